using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Pipeline;

/// <summary>The order in which waiting work is written.</summary>
public sealed class WorkQueueTests
{
    private readonly WorkQueue queue = new();
    private readonly Work first = new Work.Background(_ => { });
    private readonly Work second = new Work.Background(_ => { });
    private readonly Work mark = new Work.MarkSent(1, new ChatId(Guid.Empty), OutboxState.Sent, "1", null, House.Today);

    [Fact]
    public void work_is_taken_in_the_order_it_came()
    {
        queue.Add(first);
        queue.Add(second);
        queue.Take(null).ShouldBe(first);
        queue.Take(first).ShouldBe(second);
        queue.Take(second).ShouldBeNull();
    }

    [Fact]
    public void a_mark_of_a_sent_reply_begins_the_next_commit_and_shares_it_with_marks_only()
    {
        queue.Add(first);
        queue.Add(mark);
        queue.Take(null).ShouldBe(mark);
        queue.Take(mark).ShouldBeNull("other work waits for a commit of its own");
        queue.Take(null).ShouldBe(first);
    }

    [Fact]
    public void a_mark_does_not_join_a_commit_of_other_work()
    {
        queue.Add(first);
        queue.Take(null).ShouldBe(first);
        queue.Add(mark);
        queue.Add(second);
        queue.Take(first).ShouldBe(second);
        queue.Take(second).ShouldBeNull();
        queue.Take(null).ShouldBe(mark);
    }

    [Fact]
    public void a_closed_queue_takes_nothing_and_gives_what_it_holds()
    {
        queue.Add(first);
        queue.Close();
        queue.Add(second).ShouldBeFalse();
        queue.Wait().ShouldBeTrue();
        queue.Take(null).ShouldBe(first);
        queue.Wait().ShouldBeFalse();
    }
}
