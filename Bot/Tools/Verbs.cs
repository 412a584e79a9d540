namespace GrantBot.Bot.Tools;

/// <summary>The command-line verbs; without one the bot starts.</summary>
internal static class Verbs
{
    /// <summary>The work of the verb that was asked for; null = start the bot. An unknown word is an error, not a start.</summary>
    public static Func<Task<int>>? Find(string[] args) => args switch
    {
        ["eval", var file] => () => Task.FromResult(EvalVerb.Run(file, Console.Out)),
        ["help" or "--help" or "-h", ..] => () => Task.FromResult(Help(Console.Out, 0)),
        [var first, ..] when !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal) => () => Task.FromResult(Help(Console.Error, 2)),
        _ => null,
    };

    private static int Help(TextWriter output, int code)
    {
        output.WriteLine("grantbot                 starts the bot (settings: see README.md)");
        output.WriteLine("grantbot eval CASES.json evaluates expression cases, one JSON line each");
        return code;
    }
}
