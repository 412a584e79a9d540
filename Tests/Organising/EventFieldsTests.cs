using GrantBot.Bot.Setup;
using GrantBot.Domain;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Organising;

/// <summary>What staff see in the settings of an event is what is stored, and what they leave alone stays.</summary>
public sealed class EventFieldsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 10, 0, 0, TimeSpan.FromHours(5));
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau");
    private static readonly Form Form = FormWorkbook.Read(Path.Combine(ContentLoader.Folder, "Forms", "event.xlsx")).Form!;

    private static readonly EventInfo Plain = new()
    {
        Id = new(Ids.New(Now)), Code = "open", Kind = "tournament", Title = new("Ашық", "Открытый", ""), Place = new("Ақтау", "Актау", ""), StartsAt = Now.AddDays(35), EndsAt = EventInfo.UsualEnd(Now.AddDays(35), []),
        ClosesAt = Now.AddDays(33).AddMinutes(17), ReplacesUntil = Now.AddDays(33).AddMinutes(17), Room = new([], null, new Dictionary<string, int>()), FormId = "reg_person", Territory = "aktau",
    };

    private static readonly EventInfo Rich = Plain with
    {
        OpensAt = Now.AddDays(2),
        EndsAt = Now.AddDays(37),
        MinAge = 14,
        MaxAge = 35,
        Capacity = 150,
        Territories = ["aktau", "beineu"],
        TeamSize = new(2, 3),
        ReplacesUntil = Now.AddDays(34),
        Series = "league",
        Stage = 2,
        Project = "004B",
        OfferLasts = TimeSpan.FromHours(6),
        AsksDisability = true,
        AsksVulnerable = true,
        Quotas = [new("young", new("Жас мамандар", "Молодые специалисты", "Young specialists"), 50, "young_spec", ["yes"]), new("others", new("Қалғандары", "Все остальные", "Everybody else"), 100)],
        Categories = [new("c1", new("Қазақ тобы", "Казахская группа", "")), new("c2", new("Орыс тобы", "Русская группа", ""))],
        Sessions = [new("day1", new("1-күн", "День 1", ""), Now.AddDays(35)), new("s2", new("2-күн", "День 2", ""), Now.AddDays(36))],
    };

    private static readonly EventInfo Days = Plain with { Sessions = Rich.Sessions, EndsAt = EventInfo.UsualEnd(Plain.StartsAt, Rich.Sessions) };

    /// <summary>An event with nothing special, one of two days whose end nobody said, and one with everything.</summary>
    public static TheoryData<string> Events => ["plain", "days", "rich"];

    [Theory, MemberData(nameof(Events))]
    public void settings_that_are_looked_at_and_left_alone_change_nothing(string which)
    {
        var e = which switch { "plain" => Plain, "days" => Days, _ => Rich };
        var session = Session(EventFields.Write(e, Zone, copy: false), e);
        session.Next.ShouldBeNull("everything is answered or left blank");
        var draft = EventFields.Read(Form, session.Submission().ByName, e, Zone);

        var kept = new EventDraft
        {
            Code = e.Code, Kind = e.Kind, Title = e.Title, Place = e.Place, StartsAt = e.StartsAt, EndsAt = which == "rich" ? e.EndsAt : null, OpensAt = e.OpensAt, ClosesAt = e.ClosesAt, MinAge = e.MinAge, MaxAge = e.MaxAge,
            Capacity = e.Capacity, Territories = e.Territories, Quotas = e.Quotas, Categories = e.Categories, Sessions = e.Sessions, TeamSize = e.TeamSize, ReplacesUntil = which == "rich" ? e.ReplacesUntil : null, Series = e.Series, Stage = e.Stage,
            Territory = e.Territory, Project = e.Project, OfferHours = (int)e.OfferLasts.TotalHours, AsksDisability = e.AsksDisability, AsksVulnerable = e.AsksVulnerable,
        };
        Json(draft).ShouldBe(Json(kept));
    }

    [Fact]
    public void a_copy_asks_for_its_own_code_and_days()
    {
        var session = Session(EventFields.Write(Rich, Zone, copy: true), null);
        List<string> asked = [];
        while (session.Next is { } question)
        {
            asked.Add(question.Name);
            session.Answer(question.Path, question.Name switch { "code" => "open27", "start_time" or "session_time" => "10:00", "closes" => "2027-03-01", _ => "2027-03-05" }).ShouldBeOfType<AnswerResult.Accepted>();
        }
        asked.ShouldBe(["code", "start_date", "start_time", "closes", "session_date", "session_time", "session_date", "session_time"]);
        var draft = EventFields.Read(Form, session.Submission().ByName, null, Zone);
        (draft.Quotas.Count, draft.TeamSize, draft.Sessions.Count, draft.Series, draft.Stage).ShouldBe((2, new TeamSize(2, 3), 2, "league", 2));
        draft.Sessions.Select(s => s.Title.Kk).ShouldBe(["1-күн", "2-күн"]);
        draft.ClosesAt.ShouldBe(new DateTimeOffset(2027, 3, 1, 23, 59, 0, TimeSpan.FromHours(5)));
    }

    private static FormSession Session(IReadOnlyDictionary<string, string> answers, EventInfo? e)
    {
        var session = FormSession.Open(Form, FormProgress.Sent(Form, answers, Now), new(Now, Zone), Locales.Shipped, "ru");
        session.Set("editing", e is null ? "no" : "yes");
        session.Set("event_start", e is null ? "" : EventFields.DateText(e.StartsAt, Zone));
        session.Set("codes", ";open;");
        session.PassOptional();
        return session;
    }

    private static string Json(EventDraft draft) => System.Text.Json.JsonSerializer.Serialize(draft);
}
