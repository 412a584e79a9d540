using System.Globalization;
using GrantBot.Load.Walk;

namespace GrantBot.Load.Runs;

/// <summary>A result in lines that can be read and pasted.</summary>
internal static class Report
{
    public static string Of(LoadOptions options, LoadResult r)
    {
        var mode = options.Channel == Domain.Conversation.ChannelKind.Telegram && options.Polling ? "polling" : "webhook";
        var seconds = r.Took.TotalSeconds;
        string[] lines =
        [
            string.Create(CultureInfo.InvariantCulture, $"{(r.Flawless ? "ok" : "NOT OK")}: {options.Channel} {mode}, {r.People} people, {options.Concurrent} at once, synchronous={options.Synchronous}, API delay {options.ApiDelay.TotalMilliseconds} ms"),
            string.Create(CultureInfo.InvariantCulture, $"speed     {r.Messages / seconds:0} updates/s, {r.People / seconds:0.0} registrations/s, {r.Messages} updates in {seconds:0.0} s"),
            string.Create(CultureInfo.InvariantCulture, $"wait      p50 {r.P50:0.0} ms, p95 {r.P95:0.0} ms, p99 {r.P99:0.0} ms from an act to the next question"),
            string.Create(CultureInfo.InvariantCulture, $"bot       {r.Figures.ProcessorSeconds:0.0} s of processor ({r.Figures.ProcessorSeconds * 1000 / Math.Max(1, r.Messages):0.00} ms/update), peak memory {r.Figures.PeakMegabytes:0} MB"),
            string.Create(CultureInfo.InvariantCulture, $"start     ready after {r.Ready.TotalMilliseconds:0} ms, first reply after {r.FirstReply.TotalMilliseconds:0} ms"),
            string.Create(CultureInfo.InvariantCulture, $"people    registered {r.Tally[Met.Registered]}, lost {r.Tally[Met.Lost]}, started over {r.Tally[Met.Restart]}, said it again {r.Tally[Met.Nudge]}, right answers refused {r.Tally[Met.Refused]}, faults {r.Tally[Met.Fault]}"),
            string.Create(CultureInfo.InvariantCulture, $"questions repeated {r.Tally[Met.Repeated]}, gone back {r.Tally[Met.WentBack]}, late buttons {r.Tally[Met.Late]}, kills {r.Kills}, stops {string.Join(' ', r.Stops.Select(s => $"({s.ExitCode}: {s.Waiting} left)"))}"),
            string.Create(CultureInfo.InvariantCulture, $"database  missing {r.Storage.Missing}, twice {r.Storage.Twice}, wrong {r.Storage.Wrong}, stuck {r.Storage.Stuck} {r.Storage.Example}"),
            .. r.Notes,
        ];
        return string.Join('\n', lines);
    }
}
