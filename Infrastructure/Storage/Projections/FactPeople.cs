using GrantBot.Domain;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>The person a fact is about, by whom erasure finds it.</summary>
internal static class FactPeople
{
    public static PersonId? Of(Fact fact) => fact switch
    {
        Fact.ConsentGiven f => f.Person,
        Fact.PhoneVerified f => f.Person,
        Fact.RegistrationMade f => f.Person,
        Fact.RegistrationChanged f => f.Person,
        Fact.RegistrationMoved f => f.Person,
        Fact.GuardianPaperShown f => f.Person,
        Fact.ComingAnswered f => f.Person,
        Fact.HumanReviewAsked f => f.Person,
        Fact.HumanReviewDecided f => f.Person,
        Fact.CheckedIn f => f.Person,
        Fact.CheckInUndone f => f.Person,
        Fact.TicketAsked f => f.Person,
        Fact.TicketDue f => f.Person,
        Fact.TeamMade f => f.Person,
        Fact.TeamPassed f => f.Person,
        Fact.FormAnswered f => f.Person,
        Fact.ConsentWithdrawn f => f.Person,
        Fact.CertificateAskedAgain f => f.Person,
        Fact.AwardGiven f => f.Person,
        Fact.NameCorrected f => f.Person,
        Fact.ConsultationAsked f => f.Person,
        Fact.ExpertAdded f => f.Person,
        Fact.ExpertChanged f => f.Person,
        Fact.ExpertRemoved f => f.Person,
        Fact.ExpertErased f => f.Person,
        Fact.PeopleMerged f => f.Kept,
        Fact.MergeUndone f => f.Kept,
        Fact.PeopleParted f => f.First,
        _ => null,
    };
}
