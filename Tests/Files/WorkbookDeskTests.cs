using System.Text;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Files;
using GrantBot.Tests.Given;
using GrantBot.Tests.Pipeline;

namespace GrantBot.Tests.Files;

/// <summary>Files of staff on their way: slow, torn, too large, or just as they should be.</summary>
public sealed class WorkbookDeskTests
{
    private const string Trip = "| type | name | label |\n| select_one_from_file towns.csv | town | Where? |\n| text | a | A? |\nsettings\n| form_id |\n| trip |";

    private static readonly ChatId Chat = new(Ids.New(House.Today));
    private static readonly Need.Workbook Sent = new("trip", null);

    [Fact]
    public async Task a_file_that_does_not_come_within_a_minute_is_lost_and_the_next_one_is_read()
    {
        var time = new StillTime(House.Today);
        await using var house = await House.OpenAsync(time: time);
        var desk = house.Get<WorkbookDesk>();
        var stuck = desk.CheckAsync(Holding(_ => new TaskCompletionSource<Stream?>().Task), Chat, Sent);
        var next = desk.CheckAsync(Holding(Book), Chat, Sent);
        time.Advance(Fetching.Patience - TimeSpan.FromSeconds(1));
        stuck.IsCompleted.ShouldBeFalse();
        time.Advance(TimeSpan.FromSeconds(1));
        (await stuck).Problems.ShouldHaveSingleItem().Code.ShouldBe("workbook-lost");
        (await next).Form.ShouldNotBeNull();
    }

    [Theory]
    [InlineData(typeof(IOException))]
    [InlineData(typeof(HttpRequestException))]
    [InlineData(typeof(TaskCanceledException))]
    public async Task a_fault_of_the_net_is_told_whenever_it_comes(Type fault)
    {
        await using var house = await House.OpenAsync(time: new StillTime(House.Today));
        var desk = house.Get<WorkbookDesk>();
        Exception Fault() => (Exception)Activator.CreateInstance(fault)!;
        (await desk.CheckAsync(Holding(_ => Task.FromException<Stream?>(Fault())), Chat, Sent)).Problems.ShouldHaveSingleItem().Code.ShouldBe("workbook-lost");
        (await desk.CheckAsync(Holding(_ => Task.FromResult<Stream?>(new TornStream(Fault()))), Chat, Sent)).Problems.ShouldHaveSingleItem().Code.ShouldBe("workbook-lost");
        (await desk.CheckAsync(Holding(Book), Chat, Sent)).Form.ShouldNotBeNull();
    }

    [Fact]
    public async Task a_list_of_excels_own_code_page_is_kept_beside_its_workbook()
    {
        await using var house = await House.OpenAsync(time: new StillTime(House.Today));
        var desk = house.Get<WorkbookDesk>();
        var book = await desk.CheckAsync(Holding(Book), Chat, Sent);
        book.Missing.ShouldBe(["towns.csv"]);
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        foreach (var (label, seen) in new[] { ("Актау", "Актау"), ("Форт", "Форт") }) // the second takes the place of the first
        {
            var list = Encoding.GetEncoding(1251).GetBytes($"name;label\r\na;{label}\r\n");
            var whole = await desk.CheckAsync(Holding(_ => Task.FromResult<Stream?>(new MemoryStream(list))), Chat, new Need.FormList("towns", null, "towns.csv", book.File!));
            whole.Missing.ShouldBeEmpty();
            whole.File.ShouldBe(book.File);
            whole.Form.ShouldNotBeNull().Lists["towns"].Choices.ShouldHaveSingleItem().Label.In("default", _ => "").ShouldBe(seen);
        }
        (await desk.CheckAsync(house.Channel, Chat, new Need.Kept(book.File!))).Lists.ShouldBe(["towns.csv"]);
    }

    [Fact]
    public async Task a_list_that_is_too_large_or_has_no_workbook_any_more_is_told()
    {
        await using var house = await House.OpenAsync(time: new StillTime(House.Today));
        var desk = house.Get<WorkbookDesk>();
        var file = (await desk.CheckAsync(Holding(Book), Chat, Sent)).File!;
        var large = Holding(_ => Task.FromResult<Stream?>(new MemoryStream(new byte[FormFiles.MostBytes + 1])));
        (await desk.CheckAsync(large, Chat, new Need.FormList("h", null, "towns.csv", file))).Problems.ShouldHaveSingleItem().Code.ShouldBe("list-large");
        (await desk.CheckAsync(large, Chat, new Need.FormList("h", 5 << 20, "towns.csv", file))).Problems.ShouldHaveSingleItem().Found.ShouldBe("5 MB");
        (await desk.CheckAsync(Holding(Book), Chat, new Need.FormList("h", null, "towns.csv", "gone"))).Problems.ShouldHaveSingleItem().Code.ShouldBe("workbook-lost");
    }

    private static PlainChannel Holding(Func<string, Task<Stream?>> files) => new() { Files = files };

    private static Task<Stream?> Book(string handle) => Task.FromResult<Stream?>(new MemoryStream(Workbooks.Of(MarkdownSheets.Read(Trip))));

    /// <summary>Breaks off after its beginning.</summary>
    private sealed class TornStream(Exception fault) : MemoryStream(new byte[10])
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            Position > 0 ? ValueTask.FromException<int>(fault) : base.ReadAsync(buffer, cancellationToken);
    }
}
