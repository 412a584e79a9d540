using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Infrastructure.Surveys;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Erasure;

/// <summary>
/// Erases a person (Law No. 94-V art. 18): names, numbers, answers, conversations, facts. What stays names nobody: that a registration
/// existed and was cancelled, with the coarse codes counts read, and the proof that consent was given and withdrawn. The chat's address
/// stays until the farewell has reached it; housekeeping removes it within the 15 working days of art. 8(7).
/// A test compares this with every column marked personal.
/// </summary>
internal static class Eraser
{
    /// <summary>
    /// Erases a person. <paramref name="asking"/> is the chat they ask from, whose state the turn has already written;
    /// <paramref name="refusing"/> that of a guardian who does not agree.
    /// </summary>
    public static void Erase(GrantBotDb db, PersonId person, ChatId? asking, DateTimeOffset now, ChatId? refusing = null)
    {
        DateTimeOffset? moment = now;
        ForgetMerges(db, person, moment);
        ForgetName(db, person, refusing);
        ForgetExpert(db, person);
        var chats = ForgetStates(db, person);
        if (asking is { } here) chats.Add(here);
        foreach (var registration in db.Registrations.Where(r => r.PersonId == person && r.Status != RegistrationStatus.Cancelled).ToList()) RegistrationProjection.Cancel(db, registration, now);
        TeamNames.ForgetPerson(db, person, now);
        db.Registrations.Where(r => r.PersonId == person).ExecuteUpdate(s => s
            .SetProperty(r => r.Surname, (string?)null).SetProperty(r => r.Given, (string?)null).SetProperty(r => r.Patronymic, (string?)null)
            .SetProperty(r => r.Phone, (string?)null).SetProperty(r => r.Institution, (string?)null).SetProperty(r => r.BirthDate, (string?)null)
            .SetProperty(r => r.Answers, (string?)null).SetProperty(r => r.ChatId, (ChatId?)null).SetProperty(r => r.Ticket, (string?)null));
        db.Certificates.Where(c => c.PersonId == person).ExecuteUpdate(s => s.SetProperty(c => c.PersonId, (PersonId?)null).SetProperty(c => c.FileId, (string?)null)); // the number was given and stays
        SurveyTraces.ForgetPerson(db, person);
        db.Reviews.Where(r => r.PersonId == person).ExecuteUpdate(s => s.SetProperty(r => r.PersonId, (PersonId?)null).SetProperty(r => r.ChatId, (ChatId?)null));
        db.FormAnswers.Where(a => a.PersonId == person).ExecuteUpdate(s => s.SetProperty(a => a.PersonId, (PersonId?)null).SetProperty(a => a.Answers, (string?)null));
        db.People.Where(p => p.Id == person).ExecuteUpdate(s => s.SetProperty(p => p.VerifiedPhone, (string?)null).SetProperty(p => p.Answers, (string?)null).SetProperty(p => p.ErasedAt, moment));
        db.Consents.Where(c => c.PersonId == person && c.WithdrawnAt == null).ExecuteUpdate(s => s.SetProperty(c => c.WithdrawnAt, moment));
        db.Facts.Where(f => f.PersonId == person || (f.ChatId != null && chats.Contains(f.ChatId.Value))).ExecuteUpdate(s => s.SetProperty(f => f.Data, "{}").SetProperty(f => f.PersonId, (PersonId?)null));
        db.Files.Where(f => f.PersonId == person).ExecuteDelete();
        db.Attendance.Where(a => a.ByChat != null && chats.Contains(a.ByChat.Value)).ExecuteUpdate(s => s.SetProperty(a => a.ByChat, (ChatId?)null));
        SurveyTraces.ForgetChats(db, chats);
        Broadcasts.BroadcastErasure.Forget(db, person, chats);
        var asked = db.Consultations.Where(c => c.PersonId == person).Select(c => c.Id).ToList();
        ConsultationWordsKept.ForgetPerson(db, person, chats, now);
        foreach (var number in asked) GroupProjection.Refresh(db, number, now); // its card says nothing of them any more
        Conversations(db, chats);
    }

    /// <summary>Records that had become one with this one are the same person: they go with it, and there is no way back.</summary>
    private static void ForgetMerges(GrantBotDb db, PersonId person, DateTimeOffset? moment)
    {
        var merged = db.People.Where(p => p.MergedInto == person).Select(p => p.Id).ToList();
        db.People.Where(p => merged.Contains(p.Id)).ExecuteUpdate(s => s.SetProperty(p => p.VerifiedPhone, (string?)null).SetProperty(p => p.Answers, (string?)null).SetProperty(p => p.ErasedAt, moment));
        db.Facts.Where(f => f.PersonId != null && merged.Contains(f.PersonId.Value)).ExecuteUpdate(s => s.SetProperty(f => f.Data, "{}").SetProperty(f => f.PersonId, (PersonId?)null));
        db.Merges.Where(m => m.KeptId == person || m.GoneId == person || merged.Contains(m.KeptId)).ExecuteDelete();
        db.PeopleApart.Where(p => p.FirstId == person || p.SecondId == person || merged.Contains(p.FirstId) || merged.Contains(p.SecondId)).ExecuteDelete();
    }

    /// <summary>Guardians were asked about the child by name, and staff were shown it at the door: what they were told goes too.</summary>
    private static void ForgetName(GrantBotDb db, PersonId person, ChatId? refusing)
    {
        var guardians = db.Consents.Where(c => c.PersonId == person && c.ByGuardian).Select(c => c.ChatId).ToList();
        if (refusing is { } chat) guardians.Add(chat);
        var staff = db.Staff.Select(s => s.ChatId).ToList();
        guardians.AddRange(staff);
        foreach (var registration in db.Registrations.Where(r => r.PersonId == person && r.Given != null).Select(r => new { r.Id, r.Surname, r.Given }).ToList())
        {
            guardians.AddRange(ForgetQuestion(db, registration.Id));
            var name = PersonName.Full(registration.Surname, registration.Given, null);
            var written = DomainJson.Write(name);
            ForgetList(db, staff, written);
            db.WebMessages.Where(m => guardians.Contains(m.ChatId) && m.Payload.Contains(name)).ExecuteDelete();
            db.Outbox.Where(o => guardians.Contains(o.ChatId) && o.State != OutboxState.Waiting && o.Payload!.Contains(written)).ExecuteUpdate(s => s.SetProperty(o => o.Payload, (string?)null));
        }
    }

    /// <summary>Staff were shown a judge or an expert by name, and may have a list of them.</summary>
    private static void ForgetExpert(GrantBotDb db, PersonId person)
    {
        var staff = db.Staff.Select(s => s.ChatId).ToList();
        foreach (var row in db.Experts.Where(x => x.PersonId == person).ToList())
        {
            var written = DomainJson.Write(row.FullName);
            ForgetList(db, staff, written);
            db.WebMessages.Where(m => staff.Contains(m.ChatId) && m.Payload.Contains(row.FullName)).ExecuteDelete();
            db.Outbox.Where(o => staff.Contains(o.ChatId) && o.State != OutboxState.Waiting && o.Payload!.Contains(written)).ExecuteUpdate(s => s.SetProperty(o => o.Payload, (string?)null));
        }
        db.Experts.Where(x => x.PersonId == person).ExecuteDelete();
    }

    /// <summary>A guardian who has the question before them and has not answered: it is asked no more.</summary>
    private static List<ChatId> ForgetQuestion(GrantBotDb db, RegistrationId registration)
    {
        var id = registration.Value.ToString();
        var rows = db.Chats.Where(c => c.State.Contains(id)).ToList();
        foreach (var row in rows)
        {
            var state = StateUpcaster.Read(row.State);
            if (state.Dialog is not DialogState.Guarding guarding || guarding.Registration != registration) continue;
            row.State = DomainJson.Write(state with { Asked = null, Dialog = new DialogState.Menu() });
            row.Version++;
        }
        db.SaveChanges();
        return [.. rows.Select(r => r.Id)];
    }

    /// <summary>A member of staff who has a list with the name before them: it is offered no more.</summary>
    private static void ForgetList(GrantBotDb db, List<ChatId> staff, string name)
    {
        foreach (var row in db.Chats.Where(c => staff.Contains(c.Id) && c.State.Contains(name)).ToList())
        {
            var state = StateUpcaster.Read(row.State);
            row.State = DomainJson.Write(state with { Asked = null, Told = null, Undo = null, Dialog = state.Dialog is DialogState.WalkingIn or DialogState.ExpertForm ? new DialogState.Menu() : state.Dialog });
            row.Version++;
        }
        db.SaveChanges();
    }

    /// <summary>Chats of the person begin at the menu again; the version grows, so that a copy in memory is not written back.</summary>
    private static List<ChatId> ForgetStates(GrantBotDb db, PersonId person)
    {
        var rows = db.Chats.Where(c => c.PersonId == person).ToList();
        foreach (var row in rows)
        {
            var state = StateUpcaster.Read(row.State);
            row.State = DomainJson.Write(state with { Person = null, VerifiedPhone = null, Unfinished = null, Asked = null, Told = null, Touches = null, Dialog = new DialogState.Menu() });
            row.PersonId = null;
            row.Version++;
        }
        db.SaveChanges();
        return [.. rows.Select(r => r.Id)];
    }

    /// <summary>Clears what was said. The farewell of this very turn is stored afterwards.</summary>
    private static void Conversations(GrantBotDb db, List<ChatId> chats)
    {
        foreach (var address in db.ChatAddresses.Where(a => chats.Contains(a.ChatId)).ToList())
        {
            db.Inbox.Where(i => i.State == InboxState.Parked && i.Channel == address.Channel && i.ChatKey == address.Value)
                .ExecuteUpdate(s => s.SetProperty(i => i.State, InboxState.Done).SetProperty(i => i.Payload, (byte[]?)null).SetProperty(i => i.ChatKey, ""));
        }
        db.Outbox.Where(o => chats.Contains(o.ChatId) && o.State == OutboxState.Waiting).ExecuteDelete();
        db.Outbox.Where(o => chats.Contains(o.ChatId)).ExecuteUpdate(s => s.SetProperty(o => o.Payload, (string?)null).SetProperty(o => o.MessageId, (string?)null));
        db.WebMessages.Where(m => chats.Contains(m.ChatId)).ExecuteDelete();
        db.Files.Where(f => f.ChatId != null && chats.Contains(f.ChatId.Value) && f.PersonId == null).ExecuteDelete(); // what is a child's answer is the child's
    }
}
