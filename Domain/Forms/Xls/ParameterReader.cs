using System.Globalization;
using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Domain.Forms.Xls;

/// <summary>Reads the column parameters, "key=value key=value", and checks what a type makes of it.</summary>
internal sealed class ParameterReader(References references, IReadOnlyDictionary<string, ChoiceList> lists, ProblemLog log)
{
    private static readonly string[] RangeKeys = ["start", "end", "step", "tick_interval", "placeholder", "tick_labelset"];

    private readonly List<(string Written, string Advice)> wrong = [];

    public Dictionary<string, string> Read(Draft draft, QuestionKind kind)
    {
        var place = draft.Row.Place(Columns.Parameters);
        var read = new Dictionary<string, string>(StringComparer.Ordinal);
        var unread = new List<string>();
        foreach (var part in draft.Row[Columns.Parameters].Split([' ', ',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (part.Split('=') is [{ Length: > 0 } key, { Length: > 0 } value]) read[key.ToLowerInvariant()] = value;
            else unread.Add(part);
        }
        var allowed = Allowed(draft, kind);
        var strays = read.Keys.Where(k => allowed?.Contains(k, StringComparer.Ordinal) == false).ToList();
        if (unread.Count > 0) log.Error(place, "parameters", string.Join(' ', unread));
        else if (strays.Count > 0) log.Error(place, "parameter-unknown", string.Join(", ", strays), string.Join(", ", allowed!));
        else CheckValues(read, kind, place);
        return read;
    }

    // Several wrong values of one cell are one problem.
    private void CheckValues(Dictionary<string, string> read, QuestionKind kind, Place place)
    {
        wrong.Clear();
        if (kind == QuestionKind.Range) CheckRange(read, place);
        else if (kind == QuestionKind.Geopoint) CheckPlace(read, place);
        else if (kind is QuestionKind.SelectOne or QuestionKind.SelectMultiple or QuestionKind.Rank) CheckChoices(read);
        else CheckSimple(read);
        if (wrong.Count > 0) log.Error(place, "parameter-value", string.Join(' ', wrong.Select(w => w.Written)), string.Join("; ", wrong.Select(w => w.Advice)));
    }

    // Null = XLSForm does not say; whatever stands there is ignored.
    private static string[]? Allowed(Draft draft, QuestionKind kind) => kind switch
    {
        QuestionKind.SelectOne or QuestionKind.SelectMultiple or QuestionKind.Rank => draft.FromFile ? ["randomize", "seed", "value", "label"] : ["randomize", "seed"],
        QuestionKind.Range => RangeKeys,
        QuestionKind.Geopoint => ["allow-mock-accuracy", "capture-accuracy", "warning-accuracy", "reference-geometry"],
        QuestionKind.Text => ["rows"],
        QuestionKind.Image => ["max-pixels", "app"],
        QuestionKind.File when draft.Row[Columns.Type].Contains("audio", StringComparison.OrdinalIgnoreCase) => ["quality"],
        _ => null,
    };

    private void CheckChoices(Dictionary<string, string> read)
    {
        if (read.TryGetValue("randomize", out var random) && random.ToLowerInvariant() is not ("true" or "false")) Refuse("randomize", random, "true, false");
        if (random is not null) read["randomize"] = random.ToLowerInvariant();
        foreach (var key in new[] { "value", "label" })
            if (read.TryGetValue(key, out var column) && !NodeName.IsValid(column)) Refuse(key, column, "name, title");
        if (!read.TryGetValue("seed", out var seed)) return;
        if (random is null) Refuse("seed", seed, "randomize=true");
        else if (Number(seed) is null && !References.IsLone(seed)) Refuse("seed", seed, "42, ${name}");
    }

    private void CheckSimple(Dictionary<string, string> read)
    {
        if (read.TryGetValue("quality", out var quality) && quality is not ("voice-only" or "low" or "normal" or "external")) Refuse("quality", quality, "voice-only, low, normal, external");
        foreach (var key in new[] { "rows", "max-pixels" })
            if (read.TryGetValue(key, out var whole) && !int.TryParse(whole, NumberStyles.None, CultureInfo.InvariantCulture, out _)) Refuse(key, whole, "5, 640");
    }

    private void CheckPlace(Dictionary<string, string> read, Place place)
    {
        if (read.TryGetValue("allow-mock-accuracy", out var mock) && mock is not ("true" or "false")) Refuse("allow-mock-accuracy", mock, "true, false");
        foreach (var key in new[] { "capture-accuracy", "warning-accuracy" })
            if (read.TryGetValue(key, out var metres) && Number(metres) is null) Refuse(key, metres, "10, 2.5");
        if (!read.TryGetValue("reference-geometry", out var near) || lists.ContainsKey(near)) return;
        if (!References.IsLone(near) || references.Meant(near, place) is { IsRepeat: false }) Refuse("reference-geometry", near, string.Join(", ", lists.Keys.Prepend("${name}")));
    }

    private void CheckRange(Dictionary<string, string> read, Place place)
    {
        foreach (var key in RangeKeys.Where(k => k != "tick_labelset"))
        {
            if (!read.TryGetValue(key, out var written) || Number(written) is not null) continue;
            Refuse(key, written, "1, 2.5");
            return;
        }
        var range = RangeSpan.Of(read);
        var ticks = read.TryGetValue("tick_interval", out var tick) ? Math.Abs(Number(tick)!.Value) : range.Step;
        if (range.Step == 0 || range.Step > range.Length) Refuse("step", read.GetValueOrDefault("step", "1"), $"≤ {range.Length}");
        else if (ticks == 0 || ticks > range.Length || ticks % range.Step != 0) Refuse("tick_interval", tick!, $"{range.Step}, {range.Step * 2}");
        else if (read.TryGetValue("placeholder", out var shown) && !range.Holds(Number(shown)!.Value)) Refuse("placeholder", shown, range.Words);
        else if (read.TryGetValue("tick_labelset", out var labels)) CheckLabels(labels, range, ticks, place);
        if (range.IsBackwards) log.Warn(place, "range-backwards", range.Words, string.Create(CultureInfo.InvariantCulture, $"start={range.End} end={range.Start}"));
    }

    private void CheckLabels(string name, RangeSpan range, decimal ticks, Place place)
    {
        if (!lists.TryGetValue(name, out var list)) log.NoList(place, name, lists.Keys);
        else if (list.Choices.FirstOrDefault(c => Number(c.Name) is not { } at || !(range with { Step = ticks }).Holds(at)) is { } stray)
            Refuse("tick_labelset", stray.Name, range.Words);
    }

    private void Refuse(string key, string value, string advice) => wrong.Add(($"{key}={value}", advice));

    private static decimal? Number(string text) => decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
