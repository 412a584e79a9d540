using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising;

namespace GrantBot.Infrastructure.Documents;

/// <summary>People who stand together on a list, by the Kazakh alphabet.</summary>
/// <param name="Title">The row above them; empty where the list has no groups.</param>
/// <param name="IsNamed">They share a team or a territory, and not just the lack of one.</param>
/// <param name="First">Number of the first, from 1 through the whole list.</param>
/// <param name="People">The people.</param>
internal sealed record ListGroup(string Title, bool IsNamed, int First, IReadOnlyList<ListedPerson> People)
{
    /// <summary>Groups by name; those without a team or territory come last.</summary>
    public static IReadOnlyList<ListGroup> Of(IEnumerable<ListedPerson> people, ListGrouping grouping, string language, Texts texts)
    {
        var sorted = people.OrderBy(p => p.Name, KazakhOrder.Comparer).ThenBy(p => p.Phone, StringComparer.Ordinal).ToList();
        if (grouping == ListGrouping.None) return [new("", false, 1, sorted)];
        var groups = new List<ListGroup>();
        var next = 1;
        foreach (var group in sorted.GroupBy(p => grouping == ListGrouping.Team ? p.Team ?? Nobody : new ListedTeam(p.Territory))
            .OrderBy(g => g.Key.Name.Length == 0).ThenBy(g => g.Key.Name, KazakhOrder.Comparer).ThenBy(g => g.Key.Institution, KazakhOrder.Comparer))
        {
            List<ListedPerson> members = [.. group];
            groups.Add(new(Words(group.Key, members.Count, grouping, language, texts), group.Key.Name.Length > 0, next, members));
            next += members.Count;
        }
        return groups;
    }

    private static readonly ListedTeam Nobody = new("");

    private static string Words(ListedTeam key, int count, ListGrouping grouping, string language, Texts texts)
    {
        var name = (key.Name.Length > 0, grouping) switch
        {
            (true, ListGrouping.Team) => texts.Say("list.team.name", language, ("team", key.Name)),
            (true, _) => key.Name,
            (false, ListGrouping.Team) => texts["list.team.none", language],
            (false, _) => texts["list.territory.none", language],
        };
        var parts = new List<string> { texts.Say("list.group", language, ("group", name), ("n", Numbers.Whole(count, language))) };
        if (key.Institution.Length > 0) parts.Add(key.Institution);
        if (key.Coach.Length > 0) parts.Add(texts.Say("list.coach", language, ("coach", key.Coach)));
        return string.Join("; ", parts);
    }
}
