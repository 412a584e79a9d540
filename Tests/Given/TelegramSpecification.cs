using System.Diagnostics;

namespace GrantBot.Tests.Given;

/// <summary>The specification of the Bot API as a judge of recorded requests. It lies in a shared folder of samples, which not every machine has.</summary>
internal static class TelegramSpecification
{
    private static readonly string? Shared = Environment.GetEnvironmentVariable("GRANTBOT_SHARED");

    public static bool IsThere => !string.IsNullOrEmpty(Shared);

    /// <summary>What is wrong with the requests in a file; null = nothing, or nobody can say.</summary>
    public static async Task<string?> ProblemsAsync(string record)
    {
        if (!IsThere) return null;
        var judge = new ProcessStartInfo("python3", [Path.Combine(Shared!, "tools", "validate-telegram.py"), record]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using var check = Process.Start(judge)!;
        var said = await check.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken) + await check.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await check.WaitForExitAsync(TestContext.Current.CancellationToken);
        return check.ExitCode == 0 ? null : said;
    }
}
