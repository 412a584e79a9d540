using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Setup;
using GrantBot.Domain.People;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GrantBot.Tests.Pipeline;

/// <summary>What comes twice is answered once, what collides is decided again, what breaks is kept.</summary>
public sealed class OnceTests
{
    [Fact]
    public async Task a_second_delivery_is_a_no_op()
    {
        await using var house = await House.OpenAsync();
        var item = house.Channel.Item(1, "1", "/start");
        await house.Ingest.TakeAsync([item, item], CancellationToken.None);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => house.Ingest.TakeAsync([item], CancellationToken.None)));
        await house.RestAsync();
        await house.Ingest.TakeAsync([item], CancellationToken.None);
        await house.RestAsync();
        house.Channel.Told("1").ShouldHaveSingleItem();
        await using var db = house.Db();
        db.Inbox.ShouldHaveSingleItem().State.ShouldBe(InboxState.Done);
    }

    [Fact]
    public async Task a_whole_registration_delivered_twice_registers_once()
    {
        await using var house = await House.OpenAsync();
        InboxItem[] items = [.. Registering.Everything().Select((w, i) => house.Channel.Item(100 + i, "1", w))];
        await house.Ingest.TakeAsync([.. items, .. items], CancellationToken.None);
        await house.RestAsync();
        await using var db = house.Db();
        db.Registrations.ShouldHaveSingleItem();
        house.Channel.Told("1").Count(t => t.Contains("Тіркеу нөмірі", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task an_answered_item_keeps_neither_its_payload_nor_its_chat()
    {
        await using var house = await House.OpenAsync();
        await house.SayAsync("1", "/start");
        await using var db = house.Db();
        var row = db.Inbox.Single();
        (row.Payload, row.ChatKey).ShouldBe((null, ""));
        db.Outbox.Single().Payload.ShouldBeNull();
    }

    [Fact]
    public async Task a_turn_that_lost_against_a_newer_state_is_taken_again_on_it()
    {
        await using var house = await House.OpenAsync();
        await house.SayAsync("1", Registering.Greeting);
        var russian = house.Db().Chats.Single().State.Replace("\"language\":\"kk\"", "\"language\":\"ru\"", StringComparison.Ordinal);
        await house.Writer.WriteAsync(new Work.Background(db =>
        {
            var chat = db.Chats.Single();
            (chat.State, chat.Version) = (russian, chat.Version + 1);
        }));
        await house.SayAsync("1", "/help");
        house.Channel.Told("1")[^1].ShouldContain("автоматическая");
        house.Db().Chats.Single().Version.ShouldBe(4);
    }

    [Fact]
    public async Task a_turn_that_throws_is_parked_with_its_payload_and_the_next_message_works()
    {
        await using var house = await House.OpenAsync(more: s => s.AddSingleton(WithoutHelp));
        await house.SayAsync("1", "/start", "Русский", "/help");
        house.Channel.Told("1")[^1].ShouldBe(house.Get<Deployment>().Texts["error.tech", "ru"]);
        await using (var db = house.Db())
        {
            var parked = db.Inbox.Single(i => i.State == InboxState.Parked);
            System.Text.Encoding.UTF8.GetString(parked.Payload!).ShouldEndWith("/help");
            parked.Error!.ShouldStartWith("KeyNotFoundException");
            parked.Error!.ShouldNotContain("/help");
        }
        await house.SayAsync("1", "/menu");
        house.Channel.Told("1")[^1].ShouldContain("Выберите");
    }

    /// <summary>A deployment with a fault of ours: the text of /help is missing.</summary>
    private static Deployment WithoutHelp(IServiceProvider services)
    {
        var whole = ContentLoader.Texts();
        var texts = new Texts(Texts.Languages.ToDictionary(l => l, l => (IReadOnlyDictionary<string, string>)whole.Keys.Where(k => k != "help").ToDictionary(k => k, k => whole[k, l], StringComparer.Ordinal), StringComparer.Ordinal));
        var settings = services.GetRequiredService<BotSettings>();
        return new(texts, settings.Organisation, settings.Zone, static (_, _) => null, static _ => [], static _ => null);
    }

    [Fact]
    public async Task somebody_new_whose_first_message_breaks_can_begin_afterwards()
    {
        await using var house = await House.OpenAsync();
        await house.SayAsync("1", "!", "/start");
        house.Channel.Told("1")[^1].ShouldContain("Тілді таңдаңыз");
    }

    [Fact]
    public async Task a_turn_that_is_taken_again_sees_the_files_it_saw_first()
    {
        House? house = null;
        List<string> fetched = [];
        var channel = new PlainChannel
        {
            Files = async name =>
            {
                fetched.Add(name);
                if (name == "list.csv") await house!.Writer.WriteAsync(new Work.Background(db => db.Chats.ExecuteUpdate(s => s.SetProperty(c => c.Version, c => c.Version + 1)))); // the turn will lose
                return new MemoryStream(name == "trip.xlsx" ? Workbooks.Of(MarkdownSheets.Read(Trip)) : "name,label\na,Актау\n"u8.ToArray());
            },
        };
        await using var open = house = await House.OpenAsync(channel, time: new StillTime(House.Today));
        await house.SayAsync("1", "/start", "русский");
        await using (var db = house.Db())
        {
            db.Staff.Add(new StaffRow { ChatId = db.Chats.Single().Id, Role = nameof(StaffRole.Owner), Since = House.Today });
            await db.SaveChangesAsync();
        }
        house.Get<StaffDirectory>().Changed();
        await house.SayAsync("1", "@trip.xlsx", "@list.csv");
        fetched.ShouldBe(["trip.xlsx", "list.csv"]);
        string.Join("\n", house.Channel.Told("1")).ShouldContain("Файл «towns.csv» добавлен");
    }

    private const string Trip = "| type | name | label |\n| select_one_from_file towns.csv | town | Where? |\nsettings\n| form_id |\n| trip |";
}
