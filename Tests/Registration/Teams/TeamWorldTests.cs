using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Registration.Teams;

/// <summary>Never over the seats, never half a team, counters true: whatever happens in whatever order, on the real database; every tenth tournament on a server, where a step takes longer.</summary>
public sealed class TeamWorldTests
{
    private const int StepsOfEach = 50;

    private const int Tournaments = 40;

    [Fact]
    public void two_thousand_steps_of_teams_leave_every_rule_whole()
    {
        var seen = new HashSet<(RegistrationStatus From, RegistrationStatus To)>();
        for (var seed = 1; seed <= Tournaments; seed++)
        {
            using var world = new TeamWorld(seed, seed % 10 == 0 ? Product.Postgres : Product.Sqlite);
            for (var i = 0; i < StepsOfEach; i++) world.Step().ShouldBeNull($"seed {seed}, step {i}");
            seen.UnionWith(world.Seen);
        }
        var possible = from a in Enum.GetValues<RegistrationStatus>() from b in Enum.GetValues<RegistrationStatus>() where a != b && TeamMoves.May(a, b) select (a, b);
        possible.Except(seen).ShouldBeEmpty("moves that never happened");
    }
}
