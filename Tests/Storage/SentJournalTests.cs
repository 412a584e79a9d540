using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Tests.Storage;

/// <summary>What is remembered of replies between a platform's answer and a durable mark.</summary>
public sealed class SentJournalTests : IDisposable
{
    private static readonly ChatId Chat = new(Guid.Parse("019f0000-0000-7000-8000-000000000001"));
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("grantbot-sent-");

    private string Path => System.IO.Path.Combine(folder.FullName, "bot.db-sent");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void what_was_added_is_read_by_the_next_run()
    {
        using (var first = new SentJournal(Path)) { first.Add(7, Chat); first.Add(long.MaxValue, Chat); }
        using var next = new SentJournal(Path);
        next.Read().ShouldBe([(7, Chat), (long.MaxValue, Chat)]);
        next.Clear();
        next.Read().ShouldBeEmpty();
    }

    [Fact]
    public void an_append_cut_short_is_left_out()
    {
        using (var first = new SentJournal(Path)) first.Add(7, Chat);
        File.AppendAllText(Path, "half");
        using var next = new SentJournal(Path);
        next.Read().ShouldBe([(7, Chat)]);
    }

    [Fact]
    public void it_begins_anew_only_when_every_mark_is_durable()
    {
        using var journal = new SentJournal(Path);
        for (var id = 0; id < 10_000; id++) journal.Add(id, Chat);
        for (var id = 0; id < 9_999; id++) journal.Durable();
        journal.Read().Count.ShouldBe(10_000);
        journal.Durable();
        journal.Read().ShouldBeEmpty();
    }
}
