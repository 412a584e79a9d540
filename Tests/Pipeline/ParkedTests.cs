using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Pipeline;

/// <summary>Staff have a parked item tried again: it goes through its lane like any other and is parked again when it still throws.</summary>
public sealed class ParkedTests
{
    [Fact]
    public async Task an_item_whose_fault_is_mended_is_answered_as_if_it_came_now()
    {
        await using var house = await House.OpenAsync();
        await house.SayAsync("1", Registering.Greeting);
        await house.SayAsync("1", "!events");
        var parked = await ParkedAsync(house);
        await JoinAsync(house, "2", StaffRole.Organiser);
        await MendAsync(house, parked);
        await house.SayAsync("2", "/parked");
        house.Channel.Told("2")[^1].ShouldContain($"№ {parked} – 01.03.2026 14:00, Telegram, FormatException");
        await house.SayAsync("2", $"/parked {parked}");
        house.Channel.Told("1")[^1].ShouldContain("Пікірсайыс лагері");
        await using var db = house.Db();
        var row = db.Inbox.Single(i => i.Id == parked);
        (row.State, row.Error, row.Payload).ShouldBe((InboxState.Done, null, null));
        await house.SayAsync("2", "/parked");
        house.Channel.Told("2")[^1].ShouldBe(house.Get<Deployment>().Texts["staff.parked.none", "kk"]);
    }

    [Fact]
    public async Task an_item_that_still_throws_is_parked_again_and_the_person_is_told_kindly()
    {
        await using var house = await House.OpenAsync();
        await house.SayAsync("1", Registering.Greeting);
        await house.SayAsync("1", "!events");
        var parked = await ParkedAsync(house);
        await JoinAsync(house, "2", StaffRole.Organiser);
        await house.SayAsync("2", $"/parked {parked}");
        house.Channel.Heard.Count(h => h == "!events").ShouldBe(2);
        (await ParkedAsync(house)).ShouldBe(parked);
        await house.SayAsync("1", "/events");
        house.Channel.Told("1")[^1].ShouldContain("Пікірсайыс лагері");
    }

    [Fact]
    public async Task an_item_sent_back_is_answered_once_after_a_crash()
    {
        await using var before = await House.OpenAsync();
        await before.SayAsync("1", Registering.Greeting);
        await before.SayAsync("1", "!events");
        var parked = await ParkedAsync(before);
        await MendAsync(before, parked);
        await before.Writer.WriteAsync(new Work.Background(db => db.Inbox.Where(i => i.Id == parked).ExecuteUpdate(s => s.SetProperty(i => i.State, InboxState.Waiting))));
        await using var after = await House.OpenAsync(database: before.Crash());
        await after.RestAsync();
        after.Channel.Told("1").ShouldHaveSingleItem().ShouldContain("Пікірсайыс лагері");
    }

    [Fact]
    public async Task a_viewer_may_not()
    {
        await using var house = await House.OpenAsync();
        await house.SayAsync("1", "!");
        await JoinAsync(house, "2", StaffRole.Viewer);
        await house.SayAsync("2", $"/parked {await ParkedAsync(house)}");
        house.Channel.Heard.Count(h => h == "!").ShouldBe(1);
        house.Channel.Told("2")[^1].ShouldContain("құқығыңыз жоқ");
    }

    private static async Task<long> ParkedAsync(House house)
    {
        await using var db = house.Db();
        return (await db.Inbox.SingleAsync(i => i.State == InboxState.Parked)).Id;
    }

    /// <summary>What a newer program would do: from now on the item can be read.</summary>
    private static Task<bool> MendAsync(House house, long parked) => house.Writer.WriteAsync(new Work.Background(db =>
    {
        var row = db.Inbox.Single(i => i.Id == parked);
        row.Payload = house.Channel.Item(50, row.ChatKey, "/events").Payload.ToArray();
    }));

    private static async Task JoinAsync(House house, string chat, StaffRole role)
    {
        await house.SayAsync(chat, Registering.Greeting);
        await house.Writer.WriteAsync(new Work.Background(db => db.Codes.Add(new CodeRow { Hash = Secret.Hash("JOIN"), Purpose = "staff", Subject = $"{role}:", ExpiresAt = House.Today.AddDays(1) })));
        await house.SayAsync(chat, "/staff JOIN");
    }
}
