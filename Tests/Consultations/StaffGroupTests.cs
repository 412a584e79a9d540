using GrantBot.Domain.Organising.Digests;
using GrantBot.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Consultations;

/// <summary>Staff advise together in a group of Telegram: the real program, a person, a group of the emulator.</summary>
public sealed class StaffGroupTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task in_a_forum_each_request_has_a_topic_in_which_staff_and_the_person_talk(bool twice)
    {
        await using var scene = await GroupScene.BeginAsync(forum: true, twice: twice);
        await scene.LinkAsync();
        await scene.AskAsync();
        var topic = scene.Group.Topics.ShouldHaveSingleItem();
        topic.Value.ShouldBe("№ 1 · Клуб ашу және жүргізу");
        var card = scene.Group.Chat[^1];
        (card.Topic, card.Buttons.Single().Text).ShouldBe((topic.Key, "Аламын"));
        card.Text.ShouldContain("Клубты қалай ашамыз?");
        card.Text.ShouldNotContain("Сана");

        scene.Group.Press(scene.Owner, "Аламын");
        await scene.Bot.DrainAsync();
        scene.Bot.Telegram.Hints.ShouldContain("№ 1 өтініш сізде.");
        scene.Group.Chat.Single(m => m.MessageId == card.MessageId).ShouldSatisfyAllConditions(m => m.Text.ShouldStartWith("№ 1 өтініш қызметкерде"), m => m.Buttons.ShouldBeEmpty());
        await scene.HearAsync(scene.Sana);

        var answer = scene.Group.Say(scene.Owner, "Алдымен мұғалім керек.", topic.Key);
        (await scene.HearAsync(scene.Sana)).ShouldHaveSingleItem().ShouldEndWith("Алдымен мұғалім керек.");
        scene.Group.Edit(scene.Owner, answer, "Алдымен бөлме керек.", topic.Key);
        (await scene.HearAsync(scene.Sana)).ShouldHaveSingleItem().ShouldEndWith("Алдымен бөлме керек.");
        await scene.SayAsync(scene.Sana, "Бөлме бар.");
        scene.Group.Chat[^1].ShouldSatisfyAllConditions(m => m.Text.ShouldBe("№ 1:\nБөлме бар."), m => m.Topic.ShouldBe(topic.Key));
        var shown = scene.Group.Chat[^1].MessageId;
        await scene.Sana.EditAsync("Бөлме жоқ.");
        await scene.Bot.DrainAsync();
        scene.Group.Chat.Single(m => m.MessageId == shown).Text.ShouldBe("№ 1:\nБөлме жоқ.");
        await scene.SayAsync(scene.Sana, "/del");
        scene.Group.Removed.ShouldContain(shown);
        scene.Bot.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task closing_closes_the_topic_and_writing_again_opens_it()
    {
        await using var scene = await GroupScene.BeginAsync(forum: true);
        await scene.LinkAsync();
        await scene.AskAsync();
        scene.Group.Press(scene.Owner, "Аламын");
        (await scene.HearAsync(scene.Boss)).ShouldContain(t => t.StartsWith("№ 1 өтінішті топта алдыңыз", StringComparison.Ordinal));
        await scene.SayAsync(scene.Boss, "[Ашу]", "[Жабу]", "Үлгіов Айбек", "Иә", "Түсіндірілді.", "[Бәрі дұрыс]");
        scene.Group.Closed.ShouldHaveSingleItem();
        (await scene.GroupAsync()).ShouldContain("№ 1 өтініш жабылды: Үлгіов Айбек");
        (await scene.GroupAsync()).ShouldNotContain(t => t.Contains("Клубты қалай", StringComparison.Ordinal));
        await scene.SayAsync(scene.Sana, "Тағы бір сұрақ.");
        scene.Group.Closed.ShouldBeEmpty();
        scene.Group.Chat[^1].Text.ShouldBe("№ 1:\nТағы бір сұрақ.");
    }

    [Fact]
    public async Task in_a_plain_group_an_answer_to_the_card_takes_the_request_and_reaches_the_person()
    {
        await using var scene = await GroupScene.BeginAsync(forum: false, admin: false, id: -5001);
        await scene.LinkAsync();
        await scene.AskAsync();
        await scene.HearAsync(scene.Sana);
        var card = scene.Group.Chat[^1];
        scene.Group.Say(scene.Owner, "Алдымен мұғалім керек.", to: card.MessageId);
        (await scene.HearAsync(scene.Sana)).ShouldHaveSingleItem().ShouldEndWith("Алдымен мұғалім керек.");
        await scene.SayAsync(scene.Sana, "Бар.");
        var said = scene.Group.Chat[^1];
        (said.Text, said.Answers).ShouldBe(("№ 1:\nБар.", card.MessageId));
        scene.Group.Say(scene.Owner, "Енді бөлме.", to: said.MessageId);
        (await scene.HearAsync(scene.Sana)).ShouldHaveSingleItem().ShouldEndWith("Енді бөлме.");
    }

    [Fact]
    public async Task whoever_is_not_staff_can_neither_take_nor_answer()
    {
        await using var scene = await GroupScene.BeginAsync(forum: true);
        await scene.LinkAsync();
        await scene.AskAsync();
        await scene.HearAsync(scene.Sana);
        scene.Group.Press(scene.Stranger, "Аламын");
        scene.Group.Say(scene.Stranger, "Мен білемін!", scene.Group.Topics.Single().Key);
        (await scene.HearAsync(scene.Sana)).ShouldBeEmpty();
        scene.Bot.Telegram.Hints.ShouldHaveSingleItem().ShouldStartWith("Өтінішті тек қызметкер алады");
        scene.Group.Chat[^1].Text.ShouldStartWith("Бұл хабарлама адамға жеткен жоқ");
        scene.Group.Chat.ShouldContain(m => m.Buttons.Count == 1);
    }

    [Fact]
    public async Task who_takes_it_in_private_leaves_a_card_without_a_button_and_reads_the_person_in_private()
    {
        await using var scene = await GroupScene.BeginAsync(forum: true);
        await scene.LinkAsync();
        await scene.AskAsync();
        await scene.HearAsync(scene.Boss);
        await scene.SayAsync(scene.Boss, "[Аламын]", "Үлгіов Айбек");
        (await scene.GroupAsync())[^1].ShouldStartWith("№ 1 өтініш қызметкерде: ");
        scene.Group.Chat.ShouldAllBe(m => m.Buttons.Count == 0);
        var before = scene.Group.Chat.Count;
        await scene.SayAsync(scene.Sana, "Бөлме бар.");
        (await scene.HearAsync(scene.Boss)).ShouldContain("№ 1, Әлиева Сана:\nБөлме бар.");
        scene.Group.Chat.Count.ShouldBe(before);
    }

    [Fact]
    public async Task a_group_that_nobody_confirms_is_left_after_an_hour()
    {
        await using var scene = await GroupScene.BeginAsync(forum: false);
        scene.Group.Add(scene.Stranger);
        scene.Group.Say(scene.Stranger, "/staffgroup ABCDEFGHJKLM");
        await scene.Bot.DrainAsync();
        await scene.Bot.PassAsync(TimeSpan.FromMinutes(59));
        (scene.Group.HasBot, scene.Group.Chat.Count).ShouldBe((true, 2));
        await scene.Bot.PassAsync(TimeSpan.FromMinutes(2));
        scene.Group.HasBot.ShouldBeFalse();
        (await scene.GroupAsync())[^1].ShouldStartWith("Бұл топты ешкім растамады");
    }

    [Fact]
    public async Task a_code_works_once_and_a_new_group_takes_the_place_of_the_old_one()
    {
        await using var scene = await GroupScene.BeginAsync(forum: false);
        await scene.LinkAsync();
        var (first, code) = (scene.Group, await scene.CodeAsync());
        scene.Group = scene.Bot.Telegram.Group(-1_001_000_000_002);
        scene.Group.Add(scene.Owner);
        scene.Group.Say(scene.Owner, "/staffgroup " + code);
        await scene.Bot.DrainAsync();
        await scene.Bot.PassAsync(TimeSpan.FromHours(2));
        (first.HasBot, scene.Group.HasBot).ShouldBe((false, true));
        first.Add(scene.Owner);
        first.Say(scene.Owner, "/staffgroup " + code);
        await scene.Bot.DrainAsync();
        first.Chat[^1].Text.ShouldStartWith("Код жарамайды");
    }

    [Fact]
    public async Task a_group_that_becomes_a_supergroup_stays_the_staff_group()
    {
        await using var scene = await GroupScene.BeginAsync(forum: false, id: -5001);
        await scene.LinkAsync();
        scene.Group = scene.Group.Migrate(-1_001_000_000_003, scene.Owner);
        await scene.Bot.DrainAsync();
        await scene.AskAsync();
        scene.Group.Press(scene.Owner, "Аламын");
        (await scene.GroupAsync()).ShouldHaveSingleItem().ShouldStartWith("№ 1 өтініш қызметкерде");
    }

    [Fact]
    public async Task thrown_out_of_the_group_it_tells_owners_and_goes_on_in_private()
    {
        await using var scene = await GroupScene.BeginAsync(forum: true);
        await scene.LinkAsync();
        scene.Group.Remove(scene.Owner);
        (await scene.HearAsync(scene.Boss)).ShouldContain(t => t.StartsWith("Мені қызметкерлер тобынан шығарды", StringComparison.Ordinal));
        await scene.AskAsync();
        (await scene.HearAsync(scene.Boss)).ShouldContain(t => t.Contains("маман күтіп тұр", StringComparison.Ordinal));
        scene.Bot.Refused.ShouldBe(0);
    }

    [Fact]
    public async Task what_members_say_to_each_other_is_nobodys_business()
    {
        await using var scene = await GroupScene.BeginAsync(forum: true);
        await scene.LinkAsync();
        var (before, version) = (scene.Group.Chat.Count, await VersionAsync(scene));
        scene.Group.Say(scene.Owner, "Құпия сөз");
        scene.Group.Say(scene.Owner, "Екінші", to: scene.Group.Say(scene.Stranger, "Бірінші"));
        await scene.Bot.DrainAsync();
        (scene.Group.Chat.Count, await VersionAsync(scene)).ShouldBe((before, version));
        (await scene.Bot.WhereAsync("Құпия сөз")).ShouldBeNull();
    }

    [Fact]
    public async Task where_no_topic_can_be_made_the_card_stands_in_the_group_itself()
    {
        await using var scene = await GroupScene.BeginAsync(forum: true, admin: false);
        await scene.LinkAsync();
        await scene.AskAsync();
        await scene.Bot.DrainAsync();
        scene.Group.Chat[^1].ShouldSatisfyAllConditions(m => m.Topic.ShouldBeNull(), m => m.Buttons.Count.ShouldBe(1));
    }

    [Fact]
    public async Task an_erased_person_leaves_nothing_on_the_card()
    {
        await using var scene = await GroupScene.BeginAsync(forum: true);
        await scene.LinkAsync();
        await scene.AskAsync();
        await scene.SayAsync(scene.Sana, "Мәзір", "[Менің деректерім]", "[Келісімді қайтару]", "[Келісімді қайтару]");
        (await scene.GroupAsync())[^1].ShouldStartWith("№ 1: өтініш иесінің деректері өшірілді");
        scene.Group.Closed.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task the_weekly_digest_goes_to_the_group_too()
    {
        await using var scene = await GroupScene.BeginAsync(forum: false, digest: new DigestTime(DayOfWeek.Monday, new TimeOnly(9, 0)));
        await scene.LinkAsync();
        for (var week = 0; week < 3; week++) await scene.Bot.PassAsync(TimeSpan.FromDays(7)); // the first events are three weeks ahead
        (await scene.GroupAsync()).ShouldContain(t => t.StartsWith("Апта", StringComparison.Ordinal));
    }

    [Fact]
    public async Task every_request_to_telegram_keeps_to_its_specification()
    {
        Assert.SkipUnless(TelegramSpecification.IsThere, "Set GRANTBOT_SHARED to the folder that holds tools/validate-telegram.py to check the requests.");
        var record = Path.GetTempFileName();
        await using (var scene = await GroupScene.BeginAsync(forum: true, record: record))
        {
            await scene.LinkAsync();
            await scene.AskAsync();
            scene.Group.Press(scene.Owner, "Аламын");
            scene.Group.Say(scene.Owner, "Алдымен мұғалім керек.", scene.Group.Topics.Single().Key);
            await scene.SayAsync(scene.Sana, "Бар.", "/del");
            scene.Group.Remove(scene.Owner);
            await scene.Bot.DrainAsync();
        }
        (await TelegramSpecification.ProblemsAsync(record)).ShouldBeNull();
        (await File.ReadAllTextAsync(record, TestContext.Current.CancellationToken)).ShouldContain("createForumTopic");
        File.Delete(record);
    }

    private static async Task<int> VersionAsync(GroupScene scene)
    {
        await using var db = scene.Bot.Database();
        return await db.StaffGroups.Join(db.Chats, g => g.ChatId, c => c.Id, (_, c) => c.Version).SingleAsync(TestContext.Current.CancellationToken);
    }
}
