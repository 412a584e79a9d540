using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Pipeline;

/// <summary>Staff ask for the answers of a form that is answered a lot.</summary>
public sealed class AnswersTests
{
    private const string Form = "sat_event";

    [Fact]
    public async Task many_answers_are_announced_before_they_come_and_the_files_after_them()
    {
        await using var house = await House.OpenAsync();
        await AnswerAsync(house, 501);
        await AskAsync(house, StaffRole.Organiser);
        house.Channel.Told("2").ShouldContain(t => t.StartsWith("Жауаптар жиналып жатыр: 501.", StringComparison.Ordinal));
        var sent = house.Channel.Sent.Select(m => m.Reply).ToList();
        sent.OfType<Reply.File>().Select(f => f.Name[f.Name.LastIndexOf('.')..]).ShouldBe([".xlsx", ".zip"]);
        sent.FindIndex(r => r is Reply.Message m && m.Text.Contains("501.", StringComparison.Ordinal)).ShouldBeLessThan(sent.FindIndex(r => r is Reply.File));
        await using var db = house.Db();
        var chat = db.Staff.Single().ChatId;
        db.Files.Where(f => f.MediaType != AnswerFile.MediaType).ToList().ShouldAllBe(f => f.ChatId == chat && f.PersonId == null);
    }

    [Fact]
    public async Task five_hundred_need_no_announcement()
    {
        await using var house = await House.OpenAsync();
        await AnswerAsync(house, 500);
        await AskAsync(house, StaffRole.Owner);
        house.Channel.Told("2").ShouldNotContain(t => t.StartsWith("Жауаптар жиналып жатыр", StringComparison.Ordinal));
        house.Channel.Sent.Count(m => m.Reply is Reply.File).ShouldBe(2);
    }

    [Fact]
    public async Task whoever_only_sees_counts_is_not_given_answers()
    {
        await using var house = await House.OpenAsync();
        await AnswerAsync(house, 1);
        await AskAsync(house, StaffRole.Viewer);
        house.Channel.Sent.ShouldNotContain(m => m.Reply is Reply.File);
        await using var db = house.Db();
        db.Facts.ShouldNotContain(f => f.Type == nameof(Fact.FormAnswersAsked));
    }

    private static async Task AskAsync(House house, StaffRole role)
    {
        await house.Writer.WriteAsync(new Work.Background(db => db.Codes.Add(new CodeRow { Hash = Secret.Hash("JOIN"), Purpose = "staff", Subject = $"{role}:", ExpiresAt = House.Today.AddDays(1) })));
        await house.SayAsync("2", [.. Registering.Greeting, "/staff JOIN", "/forms", house.Get<FormBook>().All().Find(Form)!.Title("kk"), "Жауаптар", "Excel, қазақша"]);
    }

    private static Task AnswerAsync(House house, int count) => house.Writer.WriteAsync(new Work.Background(db =>
    {
        var picture = FileStore.Make(AnswerFile.Value(new string('a', 64), "team.jpg"), AnswerFile.MediaType, [1, 2, 3], null, House.Today);
        picture.PersonId = new PersonId(Ids.New(House.Today));
        db.Files.Add(picture);
        for (var number = 0; number < count; number++)
        {
            var answers = new Dictionary<string, string> { ["photo"] = picture.Name };
            db.FormAnswers.Add(new FormAnswerRow
            {
                Id = Ids.New(House.Today).ToString("N"), FormId = Form, FormVersion = "1", PersonId = picture.PersonId, Channel = ChannelKind.Web, Language = "kk",
                StartedAt = House.Today, FinishedAt = House.Today, Answers = DomainJson.Write(answers),
            });
        }
    }));
}
