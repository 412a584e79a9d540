using System.Globalization;

namespace GrantBot.Load.Runs;

/// <summary>What a process took, from /proc.</summary>
/// <param name="ProcessorSeconds">User and system time.</param>
/// <param name="PeakMegabytes">Highest resident memory (VmHWM).</param>
internal readonly record struct ProcessFigures(double ProcessorSeconds, double PeakMegabytes)
{
    private const double TicksPerSecond = 100; // USER_HZ

    public static ProcessFigures Of(int id)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            var peak = File.ReadLines($"/proc/{id}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return new((Number(fields[11]) + Number(fields[12])) / TicksPerSecond, peak is null ? 0 : Number(peak[6..].Replace("kB", "", StringComparison.Ordinal)) / 1024);
        }
        catch (IOException)
        {
            return new(0, 0); // it has just gone
        }
    }

    /// <summary>Together with another life of the same program.</summary>
    public ProcessFigures With(ProcessFigures other) => new(ProcessorSeconds + other.ProcessorSeconds, Math.Max(PeakMegabytes, other.PeakMegabytes));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
