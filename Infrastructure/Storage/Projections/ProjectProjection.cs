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
        else if (row.CategoryOrder != fact.Order) throw new ConflictException("another order was frozen meanwhile");
    }

    public static void Order(GrantBotDb db, Fact.CategoryOrderSet fact, DateTimeOffset now)
    {
        var row = db.Projects.Find(fact.Project);
        if (row is null) db.Projects.Add(row = new ProjectRow { Code = fact.Project });
        (row.CategoryOrder, row.Reason, row.At) = (fact.Order, fact.Reason, now);
    }
}
