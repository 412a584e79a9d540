using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.People;

/// <summary>Two records in words: what each says, what is alike, what differs.</summary>
internal static class RecordWords
{
    /// <summary>The pair.</summary>
    public static string Pair(Script script, LikelyCase pair)
    {
        var fields = Fields(script, pair).Where(f => f.First.Length > 0 && f.Second.Length > 0).ToList();
        var same = fields.Where(f => f.Same).Select(f => script.Text(f.Key)).ToList();
        var other = fields.Where(f => !f.Same).Select(f => script.Text(f.Key)).ToList();
        var lines = new List<string> { "1. " + Record(script, pair.First), "2. " + Record(script, pair.Second) };
        if (pair.Reason is LikenessReason.ListedPhone) lines.Add(script.Text("people.listed"));
        if (same.Count > 0) lines.Add(script.Text("people.same", ("list", string.Join(", ", same))));
        if (other.Count > 0) lines.Add(script.Text("people.other", ("list", string.Join(", ", other))));
        return string.Join('\n', lines);
    }

    private static string Record(Script script, RecordedPerson person)
    {
        var parts = new[] { person.Name.Length > 0 ? person.Name : script.Text("people.noname"), Day(person), Phone(script, person), Institution(script, person), Territory(script, person) };
        var lines = new List<string> { string.Join(", ", parts.Where(p => p.Length > 0)) };
        lines.AddRange(person.Registrations.Select(r => (r.Number, Event: script.Event(r.Event))).Where(r => r.Event is not null)
            .Select(r => "   " + script.Text("people.registered", ("event", r.Event!.Title.In(script.Language)), ("no", r.Number))));
        return string.Join('\n', lines);
    }

    private static IEnumerable<(string Key, string First, string Second, bool Same)> Fields(Script script, LikelyCase pair)
    {
        var (a, b) = (pair.First, pair.Second);
        yield return ("people.name", a.Name, b.Name, Fold.Text(a.Name) == Fold.Text(b.Name));
        yield return ("people.birth", Day(a), Day(b), a.Birth == b.Birth);
        yield return ("people.phone", a.Phone, b.Phone, a.Phone == b.Phone);
        yield return ("people.institution", Institution(script, a), Institution(script, b), InstitutionFold.Same(Institution(script, a), Institution(script, b)));
        yield return ("people.territory", a.Territory, b.Territory, a.Territory == b.Territory);
    }

    private static string Day(RecordedPerson person) => person.Birth is { } birth ? Dates.Short(birth) : "";

    private static string Phone(Script script, RecordedPerson person) => person is { IsVerified: true, Phone.Length: > 0 } ? script.Text("people.verified", ("phone", PhoneType.Show(person.Phone))) : PhoneType.Show(person.Phone);

    /// <summary>A chosen institution by its label, a typed one as it was typed.</summary>
    private static string Institution(Script script, RecordedPerson person) =>
        script.Context.Forms.Find("reg_person")?.Lists.Values.Select(l => l.Find(person.Institution)).FirstOrDefault(c => c is not null)?.Label.In(script.Language) ?? person.Institution;

    private static string Territory(Script script, RecordedPerson person) => script.Context.Texts.Has("ter." + person.Territory) ? script.Text("ter." + person.Territory) : person.Territory;
}
