using System.Diagnostics;
using System.Globalization;
using GrantBot.Infrastructure.Spreadsheets;

namespace GrantBot.Load.Forms;

/// <summary>What reading a hostile file costs: for each a process of its own, so that none pays or saves for another.</summary>
internal static class WorkbookCosts
{
    private const int Mega = 1 << 20;

    /// <summary>Measures all and prints a Markdown table.</summary>
    public static void Run()
    {
        Console.WriteLine("| file | sent, KB | answer | ms | managed, MB | private, MB |\n|---|---|---|---|---|---|");
        for (var at = 0; at < HostileWorkbooks.All.Count; at++)
        {
            var (name, _, make) = HostileWorkbooks.All[at];
            var file = Path.GetTempFileName();
            try
            {
                File.WriteAllBytes(file, make());
                using var child = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [.. Self(), "bench-workbook", file]) { RedirectStandardOutput = true, UseShellExecute = false })!;
                Console.WriteLine($"| {name} | {new FileInfo(file).Length / 1024} | {child.StandardOutput.ReadToEnd().Trim()} |");
                child.WaitForExit();
            }
            finally
            {
                File.Delete(file);
            }
        }
    }

    /// <summary>Measures one file, in this process: the answer, milliseconds, and how far memory grew at most above what a good form needs.</summary>
    public static void One(string file)
    {
        var good = Path.GetTempFileName();
        File.WriteAllBytes(good, HostileWorkbooks.All[0].Make());
        for (var warm = 0; warm < 3; warm++) FormWorkbook.Read(good);
        File.Delete(good);
        GC.Collect();
        var (managed, total) = (GC.GetTotalMemory(true), Private());
        var (mostManaged, mostTotal, done) = (managed, total, false);
        var watcher = new Thread(() =>
        {
            while (!Volatile.Read(ref done))
            {
                mostManaged = Math.Max(mostManaged, GC.GetTotalMemory(false));
                mostTotal = Math.Max(mostTotal, Private());
                Thread.Yield();
            }
        });
        watcher.Start();
        var clock = Stopwatch.StartNew();
        var reading = FormWorkbook.Read(file);
        var taken = clock.ElapsedMilliseconds;
        Volatile.Write(ref done, true);
        watcher.Join();
        var answer = reading.Form is { } form ? $"a form of {form.Questions.Count}" : string.Join(", ", reading.Problems.Where(p => p.IsError).Select(p => p.Code).Distinct().Take(3));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{answer} | {taken} | {(mostManaged - managed) / Mega} | {(mostTotal - total) / Mega}"));
    }

    /// <summary>Bytes no file stands behind: what is this process's alone.</summary>
    private static long Private() => long.Parse(File.ReadLines("/proc/self/status").First(l => l.StartsWith("RssAnon", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;

    private static string[] Self() => Path.GetFileName(Environment.ProcessPath) == "dotnet" ? [Environment.GetCommandLineArgs()[0]] : [];
}
