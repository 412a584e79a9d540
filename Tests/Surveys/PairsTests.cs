using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.People;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using GrantBot.Tests.Pipeline;
using Microsoft.Extensions.DependencyInjection;

namespace GrantBot.Tests.Surveys;

/// <summary>Knowledge before and after an event: the same person on Telegram before and on WhatsApp with another phone after, one of them under two records that became one.</summary>
public sealed class PairsTests : IAsyncLifetime
{
    private static readonly string[] Wrong = ["Ту мен теңге", "25 қазан", "Жасыл", "Күн", "Отыра беру"], Right = ["Ту, Елтаңба, Әнұран", "4 маусым", "Көгілдір", "Шаңырақ", "Орнынан тұру"];
    private readonly PlainChannel whatsApp = new(ChannelKind.WhatsApp);
    private readonly SurveyId before = new(Ids.New(House.Today)), after = new(Ids.New(House.Today));
    private readonly List<PersonId> people = [];
    private House house = null!;
    private EventId open;
    private long number = 50_000;

    public async ValueTask InitializeAsync()
    {
        house = House.Closed(more: s => s.AddSingleton<IChannel>(whatsApp));
        await using var db = house.Db();
        open = db.Events.Single(e => e.Code == "open").Id;
        for (var i = 0; i < 13; i++) people.Add(Register(db, i));
        Chat(db, ChannelKind.Telegram, "boss", null, 0);
        await db.SaveChangesAsync();
        db.Staff.Add(new StaffRow { ChatId = db.ChatAddresses.Single(a => a.Value == "boss").ChatId, Role = nameof(StaffRole.Organiser), Since = House.Today });
        await db.SaveChangesAsync();
        await house.StartAsync();
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task who_answered_both_times_is_found_across_channels_phones_and_records()
    {
        await MakeAsync();
        house.Channel.Told("guest0").ShouldContain(t => t.Contains("емтихан емес"));
        for (var i = 0; i < 13; i++) await TakeAsync(house.Channel, $"guest{i}", before, [.. Right.Take(2), .. Wrong.Skip(2)], "3");
        await MoveAsync();
        // the last of them came and did not answer again; who did not come is not asked
        for (var i = 0; i < 11; i++) await TakeAsync(whatsApp, $"new{i}", after, i < 8 ? Right : [.. Right.Take(2), .. Wrong.Skip(2)], "4", "5");
        whatsApp.Told("new12").ShouldNotContain(t => t.Contains("сол сұрақтарға"));
        await using (var now = house.Db()) SurveyQuery.Answers(now, before).IsSealed.ShouldBeTrue(); // over, and waits for the other half
        await PassAsync(TimeSpan.FromDays(8));
        await using var db = house.Db();
        SurveyQuery.Answers(db, after).Gain.ShouldBe(new PairGain(13, 11, 11, 5, 22, 46, 8));
        SurveyQuery.Answers(db, before).Gain.ShouldBe(SurveyQuery.Answers(db, after).Gain);
        SurveyQuery.Figures(db, "know_symbols", [open]).ShouldSatisfyAllConditions(f => f.Surveys.ShouldBe(2), f => f.Answered.ShouldBe(24), f => f.Voices.Count.ShouldBe(24));
        await house.SayAsync("boss", "/survey", "Ашық чемпионат – Мемлекеттік рәміздер: білім сынағы (кейін)", "Нәтижелер");
        var said = house.Channel.Told("boss")[^2];
        said.ShouldContain("Бұрын жауап бергендер: 13, кейін: 11\nЕкі рет те жауап бергендер: 11");
        said.ShouldContain("Дұрыс жауап бұрын: 40,0% (22/55)\nДұрыс жауап кейін: 83,6% (46/55)\nАйырма: +43,6 пайыздық тармақ\nНәтижесі жақсарғандар: 72,7% (8/11)");
        said.ShouldContain("Маңызын түсіну: 4 және 5 – 100,0% (11/11), орташа 4,00, n = 11");
    }

    private async Task MakeAsync()
    {
        var terms = new SurveyTerms { Code = "before", FormId = "know_symbols", Event = open, Audience = SurveyAudience.Registered, Anonymous = true, Phase = SurveyPhase.Before, Other = after, OpensAt = House.Today, ClosesAt = House.Today.AddDays(35) };
        await WriteAsync(a =>
        {
            a.Record(new Fact.SurveyMade(before, terms));
            a.Record(new Fact.SurveyMade(after, terms with { Code = "after", Phase = SurveyPhase.After, Other = before, Audience = SurveyAudience.Attended, OpensAt = House.Today.AddDays(36), ClosesAt = House.Today.AddDays(43) }));
        });
        await PassAsync(TimeSpan.Zero);
    }

    /// <summary>Everybody changes phone and messenger; guest 3 had come back as somebody new, whom staff found to be the same; all but the last come.</summary>
    private async Task MoveAsync()
    {
        await WriteAsync(a =>
        {
            for (var i = 0; i < 13; i++)
            {
                var person = people[i];
                if (i == 3)
                {
                    person = new(Ids.New(House.Today));
                    a.Db.People.Add(new PersonRow { Id = person, CreatedAt = House.Today });
                    a.Db.SaveChanges();
                    a.Record(new Fact.PeopleMerged(Ids.New(House.Today), person, people[3], []));
                }
                Chat(a.Db, ChannelKind.WhatsApp, $"new{i}", person, 1);
                if (i < 12) a.Db.Registrations.Single(r => r.PersonId == person).Status = RegistrationStatus.Attended;
            }
            a.Db.SaveChanges();
        });
        await PassAsync(TimeSpan.FromDays(36));
    }

    private Task<bool> WriteAsync(Action<Aftermath> write) => house.Writer.WriteAsync(new Work.Background(db => write(new Aftermath(db, house.Time.GetUtcNow()))) { Now = house.Time.GetUtcNow() });

    private async Task PassAsync(TimeSpan time)
    {
        ((Clock)house.Time).Advance(time + TimeSpan.FromSeconds(1));
        house.Get<DueSignal>().Wake();
        await house.RestAsync();
    }

    private async Task TakeAsync(PlainChannel channel, string chat, SurveyId survey, params IEnumerable<string> answers)
    {
        foreach (var said in answers.Prepend($"#!{Actions.Survey}.{survey.Value:N}").Append("Бәрі дұрыс"))
        {
            await house.Ingest.TakeAsync([channel.Item(number++, chat, said)], CancellationToken.None);
            await house.RestAsync();
        }
        channel.Told(chat).ShouldContain(t => t.StartsWith("Рақмет!", StringComparison.Ordinal));
    }

    private Task TakeAsync(PlainChannel channel, string chat, SurveyId survey, string[] answers, params string[] more) => TakeAsync(channel, chat, survey, answers.Concat(more));

    private PersonId Register(GrantBotDb db, int i)
    {
        var person = new PersonId(Ids.New(House.Today));
        db.People.Add(new PersonRow { Id = person, CreatedAt = House.Today });
        var chat = Chat(db, ChannelKind.Telegram, $"guest{i}", person, 0);
        db.Registrations.Add(new RegistrationRow
        {
            Id = new(Ids.New(House.Today)), EventId = open, PersonId = person, ChatId = chat, Number = i + 1, Status = RegistrationStatus.Confirmed, Channel = ChannelKind.Telegram, Language = "kk", FormId = "reg_person", FormVersion = "1",
            RegisteredAt = House.Today, Surname = $"Тегі{i}", Given = "Аты", Age = 20, Gender = "female", Territory = "aktau", Occupation = "student",
        });
        return person;
    }

    private static ChatId Chat(GrantBotDb db, ChannelKind channel, string address, PersonId? person, int later)
    {
        var (chat, at) = (new ChatId(Ids.New(House.Today)), House.Today.AddDays(later));
        db.Chats.Add(new ChatRow { Id = chat, Channel = channel, Version = 1, Language = "kk", PersonId = person, LastHeardAt = at, CreatedAt = at, State = DomainJson.Write(new ChatState { Language = "kk", Person = person, Dialog = new DialogState.Menu() }) });
        db.ChatAddresses.Add(new ChatAddressRow { Channel = channel, Value = address, ChatId = chat });
        return chat;
    }
}
