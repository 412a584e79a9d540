using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Venues;

/// <summary>Staff keep the places where events are held; the form of an event and a move offer them.</summary>
internal sealed class VenuesDialog : IDialog
{
    public void Open(Script script, DialogState dialog)
    {
        if (!May(script)) script.Goto(new DialogState.Menu());
        else if (dialog is DialogState.VenueCard card && Find(script, card.Id) is { } one) Show(script, card, one.What);
        else { script.Stay(new DialogState.Venues()); ShowAll(script, script.Know(new Need.Venues())); }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!May(script) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        switch (dialog)
        {
            case DialogState.VenueCard { Removing: true } card when heard.Id == "btn.back": script.Goto(card with { Removing = false }); break;
            case var _ when heard.Id == "btn.back": script.Goto(new DialogState.Venues()); break;
            case DialogState.Venues when heard.Id == "btn.venue.new": VenueOccasion.Begin(script, null); break;
            case DialogState.Venues when Guid.TryParseExact(heard.Id, "N", out var id) && Find(script, id) is not null: script.Goto(new DialogState.VenueCard(id)); break;
            case DialogState.VenueCard card when Find(script, card.Id) is { } one: Take(script, card, one, heard); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    /// <summary>Whether the chat may keep venues.</summary>
    public static bool May(Script script) => script.May(Right.Organise);

    /// <summary>A venue by its id; null when it was removed, or there is none.</summary>
    public static KnownVenue? Find(Script script, Guid? id) => id is { } known ? script.Know(new Need.Venues()).FirstOrDefault(v => v.Id == known) : null;

    /// <summary>The venues as choices of a list.</summary>
    public static IEnumerable<Option> Options(Script script, IEnumerable<KnownVenue> venues) => venues.Select(v => new Option(v.Id.ToString("N"), v.What.Name.In(script.Language)) { Description = script.Text("ter." + v.What.Territory) });

    /// <summary>Shows all of them with one that has just changed, which is not stored yet.</summary>
    public static void ShowWith(Script script, Guid id, KnownVenue? changed)
    {
        script.Stay(new DialogState.Venues());
        ShowAll(script, [.. script.Know(new Need.Venues()).Where(v => v.Id != id).Concat(changed is null ? [] : [changed]).OrderBy(v => v.What.Name.In("kk"), KazakhOrder.Comparer)]);
    }

    private static void ShowAll(Script script, IReadOnlyList<KnownVenue> all) =>
        script.Ask(all.Count == 0 ? script.Text("venue.none") : script.Text("venue.list", ("n", all.Count)), [script.Choice("btn.venue.new"), .. Options(script, all), script.Choice("btn.menu")]);

    private static void Show(Script script, DialogState.VenueCard card, Venue venue)
    {
        var ahead = script.Events.Count(e => e.Venue == card.Id && e.CalledOff is null && e.StartsAt > script.Context.Now);
        if (card.Removing) { script.Ask(script.Text("venue.remove", ("venue", venue.Name.In(script.Language)), ("n", ahead)), [script.Choice("btn.venue.remove.yes"), script.Choice("btn.back")]); return; }
        List<string> lines = [venue.Name.In(script.Language), script.Text("ter." + venue.Territory)];
        if (venue.Address.Length > 0) lines.Add(venue.Address);
        lines.Add(venue.Fits is { } fits ? script.Text("venue.fits", ("n", fits)) : script.Text("venue.fits.unknown"));
        lines.Add(script.Text("venue.ahead", ("n", ahead)));
        script.Ask(string.Join('\n', lines), [script.Choice("btn.venue.change"), script.Choice("btn.venue.remove"), script.Choice("btn.back"), script.Choice("btn.menu")]);
    }

    private static void Take(Script script, DialogState.VenueCard card, KnownVenue one, Heard heard)
    {
        switch (heard.Id)
        {
            case "btn.venue.remove.yes" when card.Removing:
                script.Record(new Fact.VenueRemoved(one.Id));
                script.Tell("venue.removed", ("venue", one.What.Name.In(script.Language)));
                ShowWith(script, one.Id, null);
                break;
            case "btn.venue.change": VenueOccasion.Begin(script, one); break;
            case "btn.venue.remove": script.Goto(card with { Removing = true }); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }
}
