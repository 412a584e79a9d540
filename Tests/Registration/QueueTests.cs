using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Registration;

public sealed class QueueTests
{
    /// <summary>Ten thousand steps in all, in forty worlds with and without quotas; every tenth on a server, where a step takes longer.</summary>
    [Theory]
    [MemberData(nameof(Seeds))]
    public void whatever_happens_in_whatever_order_nobody_sits_twice_and_nobody_overtakes(int seed)
    {
        using var world = new QueueWorld(seed, seed % 10 == 0 ? Product.Postgres : Product.Sqlite);
        for (var step = 1; step <= 250; step++) world.Step().ShouldBeNull($"seed {seed}, step {step}");
    }

    public static TheoryData<int> Seeds() => [.. Enumerable.Range(1, 40)];
}
