using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Tests.Registration;

public sealed class SeatingTests
{
    private static readonly Quota Young = new("young", new Localised("Жас маман", "Молодые специалисты", "Young specialists"), 2, "young_spec", ["yes"]);
    private static readonly Quota Rest = new("rest", new Localised("Жастар", "Молодёжь", "Youth"), 3);

    [Theory]
    // capacity; held; queue as id:seats; who is offered; left for newcomers
    [InlineData(3, 1, "a:1 b:1 c:1", "a b", 0)]
    [InlineData(3, 0, "a:1", "a", 2)]
    [InlineData(3, 3, "a:1", "", 0)]
    [InlineData(5, 3, "t:3 b:1", "", 0)]
    [InlineData(5, 2, "t:3 b:1", "t", 0)]
    [InlineData(6, 2, "t:3 b:1", "t b", 0)]
    [InlineData(1, 3, "a:1", "", 0)]
    [InlineData(null, 9, "a:1 t:3", "a t", null)]
    public void the_queue_is_served_in_order_and_nobody_overtakes(int? capacity, int held, string queue, string offered, int? left)
    {
        var room = Seating.Walk(capacity, [], new Dictionary<string, int> { [""] = held }, Queue(queue));
        room.Offers.Select(w => Name(w.Id)).ShouldBe(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        room.Free.ShouldBe(left);
    }

    [Theory]
    // capacity; held young, rest; queue as id:seats:quota; offered; left young, rest
    [InlineData(5, 2, 1, "a:1:young b:1:rest", "b", 0, 1)]
    [InlineData(5, 2, 3, "a:1:young b:1:rest", "", 0, 0)]
    [InlineData(5, 1, 1, "t:2:young u:1:young b:1:rest", "b", 0, 1)]
    [InlineData(4, 1, 1, "a:1:young b:1:rest c:1:rest", "a b", 0, 0)]
    [InlineData(4, 0, 3, "t:2:young u:1:rest", "", 0, 0)]
    [InlineData(null, 0, 3, "b:1:rest a:1:young", "a", 1, 0)]
    public void each_quota_has_a_queue_of_its_own_until_the_whole_event_is_full(int? capacity, int young, int rest, string queue, string offered, int leftYoung, int leftRest)
    {
        var room = Seating.Walk(capacity, [Young, Rest], new Dictionary<string, int> { ["young"] = young, ["rest"] = rest }, Queue(queue));
        room.Offers.Select(w => Name(w.Id)).ShouldBe(offered.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        room.ByQuota["young"].ShouldBe(leftYoung);
        room.ByQuota["rest"].ShouldBe(leftRest);
    }

    [Theory]
    [InlineData("yes", "young")]
    [InlineData("no", "rest")]
    [InlineData(null, "rest")]
    public void answers_fall_into_the_first_quota_that_fits(string? answer, string quota) => Quota.Of([Young, Rest], _ => answer)!.Code.ShouldBe(quota);

    [Fact]
    public void answers_that_fit_no_quota_have_none() => Quota.Of([Young], _ => "no").ShouldBeNull();

    private static List<Waiting> Queue(string queue) =>
        [.. queue.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(q => q.Split(':')).Select(q => new Waiting(Id(q[0][0]), q.Length > 2 ? q[2] : null, int.Parse(q[1])))];

    private static Guid Id(char name) => new(name, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    private static string Name(Guid id) => ((char)id.ToByteArray()[0]).ToString();
}
