using System.Globalization;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Venues;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Domain.Organising;

/// <summary>What the form of an event (new_event) calls things, and how its answers become an event and back.</summary>
internal static class EventFields
{
    /// <summary>The form, which staff fill in the chat.</summary>
    public const string FormId = "new_event";

    private const string Yes = "yes", Day = "yyyy-MM-dd", Clock = "HH:mm:ss";

    // A group of the form, and the answers of a registration that fall into it; none = whom no other quota takes.
    private static readonly (string Group, string? Question, string[] Values)[] Groups =
    [
        ("young", "young_spec", [Yes]), ("pupils", "status", ["pupil"]), ("students", "status", ["student"]),
        ("working", "status", ["civil", "budget", "ngo", "business"]), ("jobless", "status", ["unemployed"]), ("others", null, []),
    ];

    /// <summary>The event that the answers describe.</summary>
    /// <param name="form">The form, for the labels of groups.</param>
    /// <param name="answers">Answers by name, those of repeats by the path below the root.</param>
    /// <param name="before">The event as it is; null = a new one.</param>
    /// <param name="zone">The deployment's time zone.</param>
    /// <param name="venue">The venue it takes place at; null = its place was typed.</param>
    /// <param name="project">Code of the project that was picked; null = none.</param>
    public static EventDraft Read(Form form, IReadOnlyDictionary<string, string> answers, EventInfo? before, TimeZoneInfo zone, KnownVenue? venue = null, string? project = null)
    {
        string Text(string name) => answers.GetValueOrDefault(name, "");
        int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
        DateTimeOffset? At(string day, string? clock, DateTimeOffset? kept, TimeOnly otherwise = default) =>
            Moment(Text(day), clock is null ? "" : Text(clock), zone, otherwise) is not { } moment ? null
            : clock is null && kept is { } known && DateText(known, zone) == Text(day) ? known : moment;
        Localised Words(string name) => new(Text(name + "_kk"), Text(name + "_ru"), Text(name + "_en"));
        var start = before?.StartsAt ?? At("start_date", "start_time", null)!.Value;
        var closes = At("closes", null, before?.ClosesAt, new TimeOnly(23, 59))!.Value;
        return new()
        {
            Code = before?.Code ?? Text("code"), Kind = Text("kind"), Title = Words("title"), Place = before?.Place ?? venue?.What.Place ?? Words("place"), Venue = venue?.Id, StartsAt = start, EndsAt = At("end_date", "end_time", null),
            OpensAt = At("opens", null, before?.OpensAt), ClosesAt = closes > start ? start : closes, MinAge = Number("age_from"), MaxAge = Number("age_to"), Capacity = Number("capacity"),
            Territories = Text("takes_from").Split(' ', StringSplitOptions.RemoveEmptyEntries), Quotas = [.. Rows(answers, "quota").Select(r => Quota(form, r))],
            Categories = Parts(answers, "category", "c", before?.Categories ?? [], zone), Sessions = Parts(answers, "session", "s", before?.Sessions ?? [], zone),
            TeamSize = Number("team_min") is { } min && Number("team_max") is { } max ? new(min, max) : null, ReplacesUntil = At("replaces", null, before?.ReplacesUntil, new TimeOnly(23, 59)),
            Series = Text("series") is { Length: > 0 } series ? series : null, Stage = Number("stage") ?? 1, Territory = venue?.What.Territory ?? (Text("territory") is { Length: > 0 } territory ? territory : null),
            Project = Text("project") is { Length: > 0 } typed ? typed : project ?? "", OfferHours = Number("offer_hours") ?? 24, AsksDisability = Text("ask_disability") == Yes, AsksVulnerable = Text("ask_vulnerable") == Yes,
        };
    }

    /// <summary>The answers that would give this event, as far as it is known.</summary>
    /// <param name="e">The event.</param>
    /// <param name="zone">The deployment's time zone.</param>
    /// <param name="copy">For a new event like it: without its code and days.</param>
    public static Dictionary<string, string> Write(EventInfo e, TimeZoneInfo zone, bool copy)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal);
        var extras = new List<string>();
        void Put(string name, string? value) { if (value is { Length: > 0 }) answers[name] = value; }
        void Number(string name, int? value) => Put(name, value?.ToString(CultureInfo.InvariantCulture));
        void Words(string name, Localised text) { Put(name + "_kk", text.Kk); Put(name + "_ru", text.Ru); Put(name + "_en", text.En); }
        void Extra(string name, bool there, Action put) { if (there) { extras.Add(name); put(); } }
        Put("kind", e.Kind);
        Words("title", e.Title);
        Put("territory", e.Territory);
        if (copy) Words("place", e.Place);
        else Put("closes", DateText(e.ClosesAt, zone));
        Number("age_from", e.MinAge);
        Number("age_to", e.MaxAge);
        Number("capacity", e.Capacity);
        Put("ask_disability", e.AsksDisability ? Yes : "no");
        Put("ask_vulnerable", e.AsksVulnerable ? Yes : "no");
        Extra("teams", e.TeamSize is not null, () =>
        {
            Number("team_min", e.TeamSize!.Min);
            Number("team_max", e.TeamSize.Max);
            if (!copy && e.ReplacesUntil != e.ClosesAt) Put("replaces", DateText(e.ReplacesUntil, zone));
        });
        Extra("quotas", e.Quotas.Count > 0, () =>
        {
            foreach (var (at, quota) in e.Quotas.Index()) { Put($"quota[{at + 1}]/quota_for", Group(quota)); Number($"quota[{at + 1}]/quota_seats", quota.Seats); }
        });
        Extra("territories", e.Territories.Count > 0, () => Put("takes_from", string.Join(' ', e.Territories)));
        Extra("categories", e.Categories.Count > 0, () =>
        {
            foreach (var (at, part) in e.Categories.Index()) { Put($"category[{at + 1}]/category_kk", part.Title.Kk); Put($"category[{at + 1}]/category_ru", part.Title.Ru); }
        });
        Extra("sessions", e.Sessions.Count > 0, () =>
        {
            foreach (var (at, part) in e.Sessions.Index())
            {
                Put($"session[{at + 1}]/session_kk", part.Title.Kk);
                Put($"session[{at + 1}]/session_ru", part.Title.Ru);
                if (copy) continue; // its days are asked
                Put($"session[{at + 1}]/session_date", DateText(part.StartsAt ?? e.StartsAt, zone));
                Put($"session[{at + 1}]/session_time", TimeText(part.StartsAt ?? e.StartsAt, zone));
            }
        });
        Extra("stage", e.Series is not null, () => { Put("series", e.Series); Number("stage", e.Stage); });
        Extra("opens", e.OpensAt is not null && !copy, () => Put("opens", DateText(e.OpensAt!.Value, zone)));
        Extra("ends", e.EndsAt != EventInfo.UsualEnd(e.StartsAt, e.Sessions) && !copy, () => { Put("end_date", DateText(e.EndsAt, zone)); Put("end_time", TimeText(e.EndsAt, zone)); });
        Extra("offer", e.OfferLasts != TimeSpan.FromHours(24), () => Number("offer_hours", (int)e.OfferLasts.TotalHours));
        Extra("project", e.Project.Length > 0, () => Put("project", e.Project));
        Put("extras", string.Join(' ', extras));
        return answers;
    }

    /// <summary>A day as forms keep it.</summary>
    public static string DateText(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString(Day, CultureInfo.InvariantCulture);

    private static string TimeText(DateTimeOffset at, TimeZoneInfo zone) => TimeZoneInfo.ConvertTime(at, zone).ToString(Clock, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(string day, string clock, TimeZoneInfo zone, TimeOnly otherwise)
    {
        if (!DateOnly.TryParseExact(day, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return null;
        var local = date.ToDateTime(TimeOnly.TryParseExact(clock, Clock, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : otherwise);
        return new(local, zone.GetUtcOffset(local));
    }

    private static Quota Quota(Form form, IReadOnlyDictionary<string, string> row)
    {
        var (group, question, values) = Groups.First(g => g.Group == row["quota_for"]);
        var label = form.Lists["groups"].Choices.First(c => c.Name == group).Label;
        return new(group, new(label.In("kk"), label.In("ru"), label.In("en")), int.Parse(row["quota_seats"], CultureInfo.InvariantCulture), question, question is null ? null : values);
    }

    private static string Group(Quota quota) => Groups.FirstOrDefault(g => g.Question == quota.Question && (quota.Question is null || quota.Values?.Order().SequenceEqual(g.Values.Order()) == true)).Group ?? "others";

    /// <summary>Parts keep their codes by their place, so that what was checked in or chosen stays.</summary>
    private static List<Session> Parts(IReadOnlyDictionary<string, string> answers, string repeat, string letter, IReadOnlyList<Session> before, TimeZoneInfo zone) =>
        [.. Rows(answers, repeat).Select((row, at) => new Session(at < before.Count ? before[at].Code : $"{letter}{at + 1}",
            new(row.GetValueOrDefault(repeat + "_kk", ""), row.GetValueOrDefault(repeat + "_ru", ""), at < before.Count ? before[at].Title.En : ""),
            Moment(row.GetValueOrDefault(repeat + "_date", ""), row.GetValueOrDefault(repeat + "_time", ""), zone, default)))];

    private static IEnumerable<IReadOnlyDictionary<string, string>> Rows(IReadOnlyDictionary<string, string> answers, string repeat)
    {
        for (var at = 1; ; at++)
        {
            var start = $"{repeat}[{at}]/";
            var row = answers.Where(a => a.Key.StartsWith(start, StringComparison.Ordinal)).ToDictionary(a => a.Key[start.Length..], a => a.Value, StringComparer.Ordinal);
            if (row.Count == 0) yield break;
            yield return row;
        }
    }
}
