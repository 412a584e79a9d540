using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Tests.Given;
using GrantBot.Tests.Pipeline;
using GrantBot.Tests.Storage;

namespace GrantBot.Tests.Files;

/// <summary>Files with which people answer: what is taken, under which name, and what happens when the platform does not give them.</summary>
public sealed class AnswerDeskTests
{
    private static readonly byte[] Picture = [0xFF, 0xD8, 0xFF, 0xE0, 1, 2, 3];
    private static readonly ChatId Chat = new(Guid.Empty);
    private readonly StillTime time = new(House.Today);
    private readonly Shelf shelf = new();

    [Fact]
    public void the_same_picture_is_the_same_answer_whatever_its_name() =>
        AnswerDesk.Judge(Picture, new("1", "IMG 1.JPEG", null, Picture: true)).ShouldBe(AnswerDesk.Judge(Picture, new("2", null, 7, Picture: true)));

    [Fact]
    public void an_answer_tells_the_kind_of_file_and_nothing_of_its_name()
    {
        var value = AnswerDesk.Judge("text"u8, new("1", "Әлиева Сана.PDF", null, Picture: false)).Value.ShouldNotBeNull();
        value.ShouldEndWith(".pdf");
        AnswerFile.Is(value).ShouldBeTrue();
    }

    [Theory]
    [InlineData(null), InlineData("nothing"), InlineData("a.longending"), InlineData("../../etc/passwd"), InlineData("a.ж")]
    public void an_odd_name_makes_an_answer_all_the_same(string? name) => AnswerDesk.Judge("x"u8, new("1", name, null, Picture: false)).Value.ShouldNotBeNull().ShouldEndWith(".bin");

    [Fact]
    public async Task what_is_no_picture_is_not_taken_for_one() => (await Keep("MZ this is a program"u8.ToArray(), picture: true)).Refused.ShouldBe("file.nopicture");

    [Fact]
    public async Task an_empty_file_is_refused() => (await Keep([], picture: false)).Refused.ShouldBe("file.empty");

    [Fact]
    public async Task a_file_over_ten_megabytes_is_refused_even_when_it_says_it_is_small() => (await Keep(new byte[AnswerFile.MostBytes + 1], picture: false)).Refused.ShouldBe("file.large");

    [Fact]
    public async Task a_file_the_platform_has_lost_is_asked_for_again() => (await Keep(null, picture: true)).Refused.ShouldBe("file.lost");

    [Fact]
    public async Task a_connection_that_breaks_is_no_fault()
    {
        shelf.Opens = _ => throw new HttpRequestException("reset");
        (await Keep(picture: true)).Refused.ShouldBe("file.lost");
    }

    [Fact]
    public async Task a_platform_that_never_answers_is_given_up_after_a_minute()
    {
        shelf.Opens = async cancel =>
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancel);
            return null;
        };
        var kept = Keep(picture: true);
        time.Advance(TimeSpan.FromSeconds(59));
        kept.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(2));
        (await kept).Refused.ShouldBe("file.lost");
    }

    private Task<KeptFile> Keep(byte[]? content, bool picture)
    {
        shelf.Opens = _ => ValueTask.FromResult<Stream?>(content is null ? null : new MemoryStream(content));
        return Keep(picture);
    }

    private async Task<KeptFile> Keep(bool picture)
    {
        using var file = new SqliteFile().Migrated();
        using var writer = new Writer(file.Engine);
        using var desk = new AnswerDesk(writer, time);
        return await desk.KeepAsync(shelf, Chat, new Need.Attachment("1", "a", 1, picture));
    }

    /// <summary>A channel of files only.</summary>
    private sealed class Shelf : IChannel
    {
        public Func<CancellationToken, ValueTask<Stream?>> Opens { get; set; } = _ => ValueTask.FromResult<Stream?>(null);

        public ChannelTraits Traits { get; } = new(ChannelKind.Telegram, CanRequestContact: true);

        public ValueTask<Stream?> FetchAsync(string handle, CancellationToken cancel) => Opens(cancel);

        public IReadOnlyList<InboxItem> Split(ReadOnlyMemory<byte> payload) => throw new NotSupportedException();

        public Decoded Decode(ReadOnlyMemory<byte> item) => throw new NotSupportedException();

        public ValueTask<SendOutcome> SendAsync(Outgoing message, CancellationToken cancel) => throw new NotSupportedException();

        public ValueTask AcknowledgeAsync(ReadOnlyMemory<byte> item, CancellationToken cancel) => throw new NotSupportedException();
    }
}
