using System.Collections.Frozen;
using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Organising.Colleagues;

/// <summary>Which facts stand in the log of what staff saw, changed and exported. A test holds every fact to be in one list or the other.</summary>
public static class StaffDeeds
{
    /// <summary>What members of staff do that concerns people's data, events, figures of the report, or the staff.</summary>
    public static FrozenSet<string> Logged { get; } = new[]
    {
        nameof(Fact.PeopleSeen), nameof(Fact.CountListAsked), nameof(Fact.ListAsked), nameof(Fact.JournalAsked), nameof(Fact.TablesAsked), nameof(Fact.FormAnswersAsked), nameof(Fact.StaffLogAsked), nameof(Fact.DeskInvited),
        nameof(Fact.EventSet), nameof(Fact.EventMoved), nameof(Fact.EventCalledOff), nameof(Fact.CapacitySet), nameof(Fact.RegistrationOpened), nameof(Fact.PlanUndone), nameof(Fact.VenueSet), nameof(Fact.VenueRemoved), nameof(Fact.ProjectSet), nameof(Fact.ProjectPutAway), nameof(Fact.ExpertAdded), nameof(Fact.ExpertChanged), nameof(Fact.ExpertRemoved), nameof(Fact.ExpertErased), nameof(Fact.ExpertListAsked), nameof(Fact.SourceAdded), nameof(Fact.PublicationNoted), nameof(Fact.ViewsRead), nameof(Fact.PublicationRemoved),
        nameof(Fact.RegistrationMade), nameof(Fact.RegistrationMoved), nameof(Fact.HumanReviewDecided), nameof(Fact.GuardianPaperShown), nameof(Fact.CheckedIn), nameof(Fact.CheckInUndone), nameof(Fact.ListSigned),
        nameof(Fact.TeamMoved), nameof(Fact.TeamPromoted), nameof(Fact.CertificatesAsked), nameof(Fact.CertificateTemplateSet), nameof(Fact.AwardGiven), nameof(Fact.AwardUndone), nameof(Fact.CategoryOrderSet),
        nameof(Fact.ImportAsked), nameof(Fact.ImportUndone), nameof(Fact.PeopleMerged), nameof(Fact.MergeUndone), nameof(Fact.PeopleParted),
        nameof(Fact.BroadcastMade), nameof(Fact.BroadcastOrdered), nameof(Fact.BroadcastResultsAsked), nameof(Fact.SurveyMade), nameof(Fact.SurveyOrdered), nameof(Fact.SurveyPlanned), nameof(Fact.SurveyTimed), nameof(Fact.FormDrafted), nameof(Fact.FormPublished), nameof(Fact.FormRetired), nameof(Fact.FormDeleted), nameof(Fact.FormFileAsked),
        nameof(Fact.ConsultationTaken), nameof(Fact.ConsultationReturned), nameof(Fact.ConsultationHanded), nameof(Fact.ConsultationPutOff), nameof(Fact.ConsultationClosed), nameof(Fact.GroupInvited), nameof(Fact.GroupLinked), nameof(Fact.AnswerKept), nameof(Fact.AnswerDropped),
        nameof(Fact.StaffInvited), nameof(Fact.InvitationWithdrawn), nameof(Fact.StaffJoined), nameof(Fact.StaffGranted), nameof(Fact.StaffRemoved), nameof(Fact.StaffNamed), nameof(Fact.StaffLeft), nameof(Fact.RetryAsked),
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>What is a participant's doing or the program's, shows numbers without names, or holds words that are nobody's business.</summary>
    public static FrozenSet<string> NotLogged { get; } = new[]
    {
        nameof(Fact.CertificatesMade), nameof(Fact.CertificatesRedrawn), nameof(Fact.CertificateAskedAgain), nameof(Fact.NameCorrected), nameof(Fact.TicketAsked), nameof(Fact.TicketDue), nameof(Fact.PosterAsked), nameof(Fact.EventPosterAsked), nameof(Fact.SurveyPosterAsked),
        nameof(Fact.ConsultationAsked), nameof(Fact.ConsultationSaid), nameof(Fact.ConsultationCorrected), nameof(Fact.ConsultationUnsaid), nameof(Fact.GroupMet), nameof(Fact.GroupChanged), nameof(Fact.GroupMoved), nameof(Fact.GroupLost), nameof(Fact.ConsultationReopened), nameof(Fact.ConsultationRated), nameof(Fact.AdviserNamed), nameof(Fact.CountAsked), nameof(Fact.CountsAsked), nameof(Fact.PeopleImported), nameof(Fact.SourceOpened),
        nameof(Fact.RegistrationChanged), nameof(Fact.HumanReviewAsked), nameof(Fact.ComingAnswered), nameof(Fact.SurveyBegun), nameof(Fact.SurveyAnswered), nameof(Fact.TeamMade), nameof(Fact.TeamMemberNamed), nameof(Fact.TeamNamesErased), nameof(Fact.TeamPassed),
        nameof(Fact.ConsentGiven), nameof(Fact.PhoneVerified), nameof(Fact.GuardianAsked), nameof(Fact.GuardianAnswered), nameof(Fact.ConsentWithdrawn), nameof(Fact.FormAnswered), nameof(Fact.FormFilesDue), nameof(Fact.ChatLeft), nameof(Fact.ChatReturned),
    }.ToFrozenSet(StringComparer.Ordinal);
}
