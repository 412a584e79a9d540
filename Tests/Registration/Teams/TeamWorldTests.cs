namespace GrantBot.Tests.Registration.Teams;

/// <summary>Never over the seats, never half a team, counters true: whatever happens in whatever order, on the real database.</summary>
public sealed class TeamWorldTests
{
    private const int StepsOfEach = 50;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory, MemberData(nameof(Seeds))]
    public void two_thousand_steps_of_teams_leave_every_rule_whole(int seed)
    {
        using var world = new TeamWorld(seed);
        for (var i = 0; i < StepsOfEach; i++) world.Step().ShouldBeNull($"seed {seed}, step {i}");
    }
}
