using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace GrantBot.Bot.Ingress;

/// <summary>The program's own counters as Prometheus text.</summary>
internal sealed class MetricsText : IDisposable
{
    private readonly MeterListener listener = new();
    private readonly ConcurrentDictionary<string, (Instrument Instrument, Total Total)> totals = new(StringComparer.Ordinal);

    public MetricsText()
    {
        System.Runtime.CompilerServices.RuntimeHelpers.RunClassConstructor(typeof(Pipeline.Meters).TypeHandle); // so that counters stand at 0 from the start
        listener.InstrumentPublished = (instrument, own) =>
        {
            if (!instrument.Meter.Name.StartsWith("GrantBot", StringComparison.Ordinal)) return;
            totals[instrument.Name] = (instrument, new Total());
            own.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            if (totals.TryGetValue(instrument.Name, out var total)) Interlocked.Add(ref total.Total.Value, value);
        });
        listener.Start();
    }

    /// <summary>All counters.</summary>
    public string Write()
    {
        var text = new StringBuilder();
        foreach (var (name, (instrument, total)) in totals.OrderBy(t => t.Key, StringComparer.Ordinal))
        {
            var safe = name.Replace('.', '_');
            if (!string.IsNullOrEmpty(instrument.Description)) text.Append("# HELP ").Append(safe).Append(' ').AppendLine(instrument.Description);
            text.Append("# TYPE ").Append(safe).AppendLine(" counter");
            text.Append(safe).Append(' ').AppendLine(Interlocked.Read(ref total.Value).ToString(CultureInfo.InvariantCulture));
        }
        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private sealed class Total { public long Value; }
}
