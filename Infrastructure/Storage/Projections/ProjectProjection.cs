using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>What is decided for a project.</summary>
internal static class ProjectProjection
{
    /// <summary>The first tables freeze the order they were made by.</summary>
    /// <exception cref="ConflictException">Another order was frozen meanwhile.</exception>
    public static void Freeze(GrantBotDb db, Fact.TablesAsked fact, DateTimeOffset now)
    {
        var row = db.Projects.Find(fact.Project);
        if (row is null) db.Projects.Add(new ProjectRow { Code = fact.Project, CategoryOrder = fact.Order, At = now });
        else if (row.CategoryOrder.Length == 0) (row.CategoryOrder, row.At) = (fact.Order, now);
        else if (row.CategoryOrder != fact.Order) throw new ConflictException("another order was frozen meanwhile");
    }

    public static void Order(GrantBotDb db, Fact.CategoryOrderSet fact, DateTimeOffset now)
    {
        var row = db.Projects.Find(fact.Project);
        if (row is null) db.Projects.Add(row = new ProjectRow { Code = fact.Project });
        (row.CategoryOrder, row.Reason, row.At) = (fact.Order, fact.Reason, now);
    }

    public static void PutAway(GrantBotDb db, Fact.ProjectPutAway fact)
    {
        var row = db.Projects.Find(fact.Code) ?? throw new ConflictException("the project is gone");
        row.PutAway = fact.Away;
    }

    public static void Set(GrantBotDb db, Fact.ProjectSet fact)
    {
        var what = fact.What;
        var row = db.Projects.Find(what.Code);
        if (row is null) db.Projects.Add(row = new ProjectRow { Code = what.Code });
        (row.TitleKk, row.TitleRu, row.TitleEn) = (what.Title.Kk, what.Title.Ru, what.Title.En);
        (row.Contract, row.StartsOn, row.EndsOn, row.Operator) = (what.Contract, what.From, what.To, what.Operator);
        (row.PlanParticipants, row.PlanEvents, row.PlanConsultations, row.PlanSatisfaction) = (what.Participants, what.Events, what.Consultations, what.Satisfaction);
    }
}
