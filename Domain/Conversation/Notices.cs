using System.Diagnostics;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Conversation;

/// <summary>How each notice is told in the chat it concerns.</summary>
internal static class Notices
{
    /// <summary>Tells it, if it still holds.</summary>
    public static TurnResult.Decided Tell(Script script, Notice notice)
    {
        switch (notice)
        {
            case Notice.SeatOffered offered: OfferAnswers.Tell(script, offered); break;
            case Notice.OfferExpired expired: OfferAnswers.TellExpired(script, expired); break;
            case Notice.GuardianSilent silent: Simply(script, "minor.silent", silent.Event); break;
            case Notice.PaperSeen seen: Paper(script, seen); break;
            case Notice.ReviewAsked asked: Reviews.TellStaff(script, asked); break;
            case Notice.ReviewDecided decided: Reviews.TellPerson(script, decided); break;
            case Notice.Reminder reminder: Reminders.Tell(script, reminder); break;
            case Notice.Moved moved: ComingAnswers.TellMoved(script, moved); break;
            case Notice.TeamNews news: Registration.Teams.TeamTold.Tell(script, news); break;
            case Notice.SurveyInvited invited: Surveys.SurveyInvitations.Tell(script, invited); break;
            case Notice.Consultation news: Consultations.ConsultationTold.Tell(script, news); break;
            case Notice.ConsultationSpoke spoke: Consultations.ConsultationTold.TellLine(script, spoke.Line); break;
            case Notice.StaffChanged: Organising.Colleagues.StaffTold.Tell(script); break;
            case Notice.StaffCame came: Organising.Colleagues.StaffTold.TellCame(script, came.Member); break;
            case Notice.Broadcast broadcast: Organising.Broadcasts.BroadcastTold.Tell(script, broadcast); break;
            case Notice.BroadcastDone done: Organising.Broadcasts.BroadcastTold.TellDone(script, done); break;
            case Notice.ConsultationRetold retold: Consultations.Corrections.Tell(script, retold.Line); break;
            case Notice.GroupGone: if (script.May(People.Right.Own)) script.Inform(script.Text("g.lost")); break;
            case Notice.GroupCard or Notice.GroupUnconfirmed: break; // told in groups alone
            case Notice.WeeklyDigest: Organising.Digests.Digest.Tell(script); break;
            case Notice.CalledOff off: CalledOff(script, off); break;
            case Notice.RegistrationsJoined joined: Doubled(script, "people.told", joined.Stays, ("gone", joined.Gone)); break;
            case Notice.RegistrationRestored restored: Doubled(script, "people.told.back", restored.Registration); break;
            case Notice.Imported imported: Organising.Imports.UndoImportDialog.TellDone(script, imported); break;
            default: throw new UnreachableException();
        }
        return script.End(null);
    }

    /// <summary>What an event is, for texts that name it.</summary>
    public static (string, object?)[] Words(Script script, Programme.EventInfo e)
    {
        var starts = script.Local(e.StartsAt);
        return [("event", e.Title.In(script.Language)), ("date", Dates.WithWeekday(DateOnly.FromDateTime(starts.DateTime), script.Language)),
            ("time", Dates.Time(TimeOnly.FromDateTime(starts.DateTime))), ("place", e.Place.In(script.Language))];
    }

    private static void Simply(Script script, string key, EventId id)
    {
        if (script.Event(id) is { } e) script.Inform(script.Text(key, Words(script, e)));
    }

    private static void Paper(Script script, Notice.PaperSeen seen)
    {
        if (script.Know(new Need.Registration(seen.Registration)) is not { } registration || script.Event(registration.Event) is not { } e) return;
        script.Inform(registration.Status is RegistrationStatus.Waitlisted
            ? script.Text("wl.in", ("pos", script.Know(new Need.QueuePlace(registration.Id)))) : script.Text("reg.ok.now", [.. Words(script, e), ("no", registration.Number)]));
    }

    private static void Doubled(Script script, string key, RegistrationId id, params (string, object?)[] more)
    {
        if (script.Know(new Need.Registration(id)) is { } registration && script.Event(registration.Event) is { } e)
            script.Inform(script.Text(key, [.. Words(script, e), ("no", registration.Number), ("phone", script.Context.Organisation.Phone), .. more]));
    }

    private static void CalledOff(Script script, Notice.CalledOff off)
    {
        if (script.Event(off.Event) is not { } e) return;
        (string, object?)[] words = [("event", e.Title.In(script.Language)), ("reason", off.Reason)];
        script.Inform(new Reply.Message(script.Text("ev.cancelled", words)) { Options = [script.Lasting("btn.events", Actions.Events)], Template = ApprovedTemplate.Of(ApprovedTemplate.CallsOff, words) });
    }
}
