using System.Diagnostics;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Where and when a fact was recorded.</summary>
internal readonly record struct FactSource(ChatId Chat, ChannelKind Channel, string Language, DateTimeOffset Now)
{
    /// <summary>The group it was done in; then <see cref="Chat"/> is the chat that whoever did it has with the bot alone.</summary>
    public ChatId? Group { get; init; }
}

/// <summary>Writes the tables that counts and conversations read, in the same transaction as the fact.</summary>
internal static class Projection
{
    /// <summary>Applies one fact.</summary>
    /// <exception cref="ConflictException">What the turn decided on no longer holds.</exception>
    public static void Apply(GrantBotDb db, Fact fact, FactSource source)
    {
        switch (fact)
        {
            case Fact.ConsentGiven consent: RegistrationProjection.Consent(db, consent, source); break;
            case Fact.PhoneVerified verified: RegistrationProjection.Verify(db, verified); break;
            case Fact.RegistrationMade made: RegistrationProjection.Make(db, made, source); break;
            case Fact.RegistrationChanged changed: RegistrationProjection.Change(db, changed, source); break;
            case Fact.RegistrationMoved moved: RegistrationProjection.Move(db, moved, source.Now); break;
            case Fact.HumanReviewAsked asked: ReviewProjection.Ask(db, asked, source); break;
            case Fact.HumanReviewDecided decided: ReviewProjection.Decide(db, decided, source.Now); break;
            case Fact.GuardianPaperShown shown: RegistrationProjection.Paper(db, shown, source); break;
            case Fact.ComingAnswered coming: RegistrationProjection.Comes(db, coming); break;
            case Fact.TeamMade made: TeamProjection.Make(db, made, source); break;
            case Fact.TeamMoved moved: TeamProjection.Move(db, moved, source.Now); break;
            case Fact.TeamMemberNamed named: TeamProjection.Name(db, named, source.Now); break;
            case Fact.TeamNamesErased erased: TeamProjection.EraseNames(db, erased, source.Now); break;
            case Fact.TeamPassed passed: TeamProjection.Pass(db, passed); break;
            case Fact.TeamPromoted promoted: TeamProjection.Promote(db, promoted, source.Now); break;
            case Fact.TablesAsked asked: ProjectProjection.Freeze(db, asked, source.Now); break;
            case Fact.CategoryOrderSet set: ProjectProjection.Order(db, set, source.Now); break;
            case Fact.EventSet set: EventProjection.Set(db, set, source.Now); break;
            case Fact.EventMoved moved: EventProjection.Move(db, moved, source.Now); break;
            case Fact.EventCalledOff calledOff: EventProjection.CallOff(db, calledOff, source.Now); break;
            case Fact.CapacitySet set: EventProjection.SetCapacity(db, set, source.Now); break;
            case Fact.RegistrationOpened opened: EventProjection.Open(db, opened, source.Now); break;
            case Fact.PlanUndone undone: PlanUndoing.Undo(db, undone, source.Now); break;
            case Fact.SourceAdded added: EventProjection.AddSource(db, added, source.Now); break;
            case Fact.SourceOpened opened: EventProjection.OpenSource(db, opened); break;
            case Fact.PublicationNoted noted: PublicationProjection.Note(db, noted); break;
            case Fact.ViewsRead read: PublicationProjection.Read(db, read); break;
            case Fact.PublicationRemoved removed: PublicationProjection.Remove(db, removed); break;
            case Fact.VenueSet set: VenueProjection.Set(db, set); break;
            case Fact.VenueRemoved removed: VenueProjection.Remove(db, removed); break;
            case Fact.ProjectSet set: ProjectProjection.Set(db, set); break;
            case Fact.ProjectPutAway away: ProjectProjection.PutAway(db, away); break;
            case Fact.ExpertChanged changed: ExpertProjection.Change(db, changed); break;
            case Fact.ExpertAdded added: ExpertProjection.Add(db, added, source.Now); break;
            case Fact.ExpertRemoved removed: ExpertProjection.Remove(db, removed, source.Now); break;
            case Fact.ExpertErased erased: ExpertProjection.Erase(db, erased, source.Now); break;
            case Fact.GuardianAsked asked: RegistrationProjection.AskGuardian(db, asked); Code(db, asked.CodeHash, "guardian", asked.Registration.Value.ToString("N"), asked.ExpiresAt, source); break;
            case Fact.GuardianAnswered answered: RegistrationProjection.Guardian(db, answered, source); break;
            case Fact.ConsentWithdrawn withdrawn: Eraser.Erase(db, withdrawn.Person, source.Chat, source.Now); break;
            case Fact.StaffInvited invited: Code(db, invited.CodeHash, "staff", StaffQuery.Write(new(invited.Role, invited.Scope)), invited.ExpiresAt, source); break;
            case Fact.InvitationWithdrawn withdrawn: db.Codes.Where(c => c.Hash == withdrawn.CodeHash && c.UsedAt == null).ExecuteDelete(); break;
            case Fact.StaffJoined joined: StaffProjection.Join(db, joined, source); break;
            case Fact.StaffGranted granted: StaffProjection.Grant(db, granted, source); break;
            case Fact.StaffRemoved removed: StaffProjection.Remove(db, removed, source); break;
            case Fact.StaffNamed named: StaffProjection.Name(db, named.Member, named.Name); break;
            case Fact.RetryAsked asked: Retry(db, asked.Number); break;
            case Fact.StaffLeft: StaffProjection.Leave(db, source); break;
            case Fact.CheckedIn seen: DoorProjection.CheckIn(db, seen, source); break;
            case Fact.CheckInUndone undone: DoorProjection.Undo(db, undone); break;
            case Fact.DeskInvited desk: Code(db, desk.CodeHash, DoorProjection.DeskCode, desk.Event.Value.ToString("N"), desk.ExpiresAt, source); break;
            case Fact.ChatLeft: db.Chats.Where(c => c.Id == (source.Group ?? source.Chat)).ExecuteUpdate(s => s.SetProperty(c => c.Reachable, false)); break;
            case Fact.ChatReturned: db.Chats.Where(c => c.Id == source.Chat).ExecuteUpdate(s => s.SetProperty(c => c.Reachable, true)); break;
            case Fact.FormAnswered answered: FormProjection.Answer(db, answered, source); break;
            case Fact.FormDrafted drafted: FormProjection.Draft(db, drafted, source); break;
            case Fact.FormPublished published: FormProjection.Publish(db, published, source); break;
            case Fact.FormRetired retired: FormProjection.Retire(db, retired); break;
            case Fact.FormDeleted deleted: FormProjection.Delete(db, deleted, source); break;
            case Fact.CertificatesAsked asked: CertificateProjection.Issue(db, asked, source.Now); break;
            case Fact.CertificatesMade made: CertificateProjection.Make(db, made, source.Now); break;
            case Fact.CertificatesRedrawn redrawn: CertificateProjection.Draw(db, redrawn.Made, source.Now); break;
            case Fact.CertificateTemplateSet set: CertificateProjection.SetTemplate(db, set, source); break;
            case Fact.AwardGiven given: CertificateProjection.Give(db, given, source); break;
            case Fact.AwardUndone undone: CertificateProjection.Undo(db, undone, source.Now); break;
            case Fact.NameCorrected corrected: CertificateProjection.Correct(db, corrected, source.Now); break;
            case Fact.SurveyMade made: SurveyProjection.Make(db, made, source); break;
            case Fact.SurveyOrdered ordered: SurveyProjection.Order(db, ordered, source.Now); break;
            case Fact.SurveyTimed timed: SurveyProjection.Time(db, timed); break;
            case Fact.SurveyPlanned planned: SurveyProjection.Plan(db, planned); break;
            case Fact.SurveyBegun begun: SurveyAnswering.Begin(db, begun, source); break;
            case Fact.SurveyAnswered answered: SurveyAnswering.Answer(db, answered, source); break;
            case Fact.ConsultationAsked asked: ConsultationProjection.Ask(db, asked, source); break;
            case Fact.ConsultationTaken taken: ConsultationProjection.Take(db, taken.Number, source); break;
            case Fact.ConsultationSaid said: ConsultationProjection.Say(db, said, source); break;
            case Fact.ConsultationCorrected corrected: ConsultationProjection.Correct(db, corrected, source); break;
            case Fact.ConsultationUnsaid unsaid: ConsultationProjection.Unsay(db, unsaid, source); break;
            case Fact.ConsultationReturned returned: ConsultationProjection.Return(db, returned.Number, source); break;
            case Fact.ConsultationHanded handed: ConsultationProjection.Hand(db, handed, source); break;
            case Fact.ConsultationPutOff put: ConsultationProjection.PutOff(db, put, source); break;
            case Fact.ConsultationClosed closed: ConsultationProjection.Close(db, closed, source); break;
            case Fact.ConsultationReopened reopened: ConsultationProjection.Reopen(db, reopened.Number, source); break;
            case Fact.GroupInvited invited: Code(db, invited.CodeHash, GroupProjection.Code, invited.Language, invited.ExpiresAt, source); break;
            case Fact.GroupMet met: GroupProjection.Meet(db, met, source); break;
            case Fact.GroupLinked linked: GroupProjection.Link(db, linked, source); break;
            case Fact.GroupChanged changed: GroupProjection.Change(db, changed, source); break;
            case Fact.GroupMoved moved: GroupProjection.Move(db, moved, source); break;
            case Fact.GroupLost: GroupProjection.Lose(db, source); break;
            case Fact.ConsultationRated rated: ConsultationProjection.Rate(db, rated); break;
            case Fact.AnswerKept kept: ConsultationProjection.Keep(db, kept, source); break;
            case Fact.AnswerDropped dropped: ConsultationProjection.Drop(db, dropped); break;
            case Fact.AdviserNamed named: StaffProjection.Name(db, source.Chat, named.Name); break;
            case Fact.BroadcastMade made: BroadcastProjection.Make(db, made, source); break;
            case Fact.BroadcastOrdered ordered: BroadcastProjection.Order(db, ordered, source.Now); break;
            case Fact.BroadcastResultsAsked: break;
            case Fact.CertificateAskedAgain: break; // background work reads it
            case Fact.ListSigned signed: SignedListProjection.Keep(db, signed, source); break;
            case Fact.PeopleMerged merged: People.Merging.Merge(db, merged, source.Now); break;
            case Fact.MergeUndone undone: People.Merging.Undo(db, undone, source.Now); break;
            case Fact.PeopleParted parted: People.Merging.Part(db, parted); break;
            case Fact.ImportUndone undone: People.ImportErasure.Undo(db, undone, source.Now); break;
            case Fact.PeopleImported: break; // written row by row with its people
            case Fact.PeopleSeen or Fact.StaffLogAsked or Fact.ImportAsked or Fact.CountsAsked or Fact.CountAsked or Fact.CountListAsked or Fact.ListAsked or Fact.ExpertListAsked or Fact.JournalAsked or Fact.TicketAsked or Fact.TicketDue or Fact.PosterAsked or Fact.EventPosterAsked or Fact.SurveyPosterAsked or Fact.FormFileAsked or Fact.FormAnswersAsked or Fact.FormFilesDue: break; // the fact itself is the record; staff and background work read it
            default: throw new UnreachableException();
        }
        db.SaveChanges();
    }

    /// <summary>A parked item waits for its turn again; two members of staff cannot both send it back.</summary>
    private static void Retry(GrantBotDb db, long number)
    {
        if (db.Inbox.Where(i => i.Id == number && i.State == InboxState.Parked)
                .ExecuteUpdate(s => s.SetProperty(i => i.State, InboxState.Waiting).SetProperty(i => i.Error, (string?)null)) != 1)
            throw new ConflictException("the turn is not parked any more");
    }

    /// <summary>Uses up a one-time code; two people with the same code cannot both.</summary>
    public static void UseCode(GrantBotDb db, string hash, DateTimeOffset now)
    {
        DateTimeOffset? used = now;
        if (db.Codes.Where(c => c.Hash == hash && c.UsedAt == null && c.ExpiresAt > now).ExecuteUpdate(s => s.SetProperty(c => c.UsedAt, used)) != 1)
            throw new ConflictException("the code was used meanwhile");
    }

    private static void Code(GrantBotDb db, string hash, string purpose, string subject, DateTimeOffset expires, FactSource source) =>
        db.Codes.Add(new CodeRow { Hash = hash, Purpose = purpose, Subject = subject, MadeBy = source.Chat, ExpiresAt = expires });
}
