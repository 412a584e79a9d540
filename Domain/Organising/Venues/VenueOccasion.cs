using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Venues;

/// <summary>The form of a venue: a new one, or one that is there and changes.</summary>
internal sealed class VenueOccasion(DialogState.VenueForm filling) : IOccasion
{
    /// <summary>Id of the form.</summary>
    public const string FormId = "venue";

    /// <summary>Begins one.</summary>
    public static void Begin(Script script, KnownVenue? before)
    {
        if (script.Context.Forms.Find(FormId) is not { } form) { script.Tell("form.closed"); script.Goto(new DialogState.Menu()); return; }
        FormDialog.Begin(script, form, p => new DialogState.VenueForm(before?.Id, p, FillingStep.Asking), before is null ? null : Write(before.What));
    }

    public bool IsOpen(Script script) => VenuesDialog.May(script) && (filling.Venue is not { } id || VenuesDialog.Find(script, id) is not null);

    public void Prepare(Script script, FormSession session) { }

    public bool Ends(Script script, FormSession session)
    {
        if (IsOpen(script)) return false;
        Leave(script);
        return true;
    }

    public void Confirm(Script script, FormSession session)
    {
        if (Ends(script, session)) return;
        var venue = Read(session.Submission().ByName);
        var all = script.Know(new Need.Venues());
        if (all.Any(v => v.Id != filling.Venue && Fold.Text(v.What.Name.Kk) == Fold.Text(venue.Name.Kk))) { script.Tell("venue.taken"); FormDialog.Reask(script, filling, session, "name_kk"); return; }
        var known = new KnownVenue(filling.Venue ?? script.Context.NewId(), venue);
        script.Record(new Fact.VenueSet(known.Id, venue));
        script.Remember(s => s with { Unfinished = null });
        script.Tell(filling.Venue is null ? "venue.added" : "venue.changed", ("venue", venue.Name.In(script.Language)));
        VenuesDialog.ShowWith(script, known.Id, known);
    }

    public void Leave(Script script) => script.Goto(filling.Venue is { } id ? new DialogState.VenueCard(id) : new DialogState.Venues());

    public string Title(Script script) => script.Context.Forms.Find(FormId)?.Title(script.Language) ?? "";

    private static Venue Read(IReadOnlyDictionary<string, string> answers)
    {
        string Text(string name) => answers.GetValueOrDefault(name, "");
        return new(new(Text("name_kk"), Text("name_ru"), Text("name_en")), Text("address"), Text("territory"), int.TryParse(Text("fits"), NumberStyles.None, CultureInfo.InvariantCulture, out var fits) ? fits : null);
    }

    private static Dictionary<string, string> Write(Venue venue)
    {
        (string Name, string? Value)[] answers =
        [
            ("name_kk", venue.Name.Kk), ("name_ru", venue.Name.Ru), ("name_en", venue.Name.En), ("address", venue.Address), ("territory", venue.Territory), ("fits", venue.Fits?.ToString(CultureInfo.InvariantCulture)),
        ];
        return answers.Where(a => a.Value is { Length: > 0 }).ToDictionary(a => a.Name, a => a.Value!, StringComparer.Ordinal);
    }
}
