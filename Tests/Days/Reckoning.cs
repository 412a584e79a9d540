using GrantBot.Domain;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage;
using GrantBot.Tests.Documents;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Days;

/// <summary>Monday, 20:00: the journal, its numbers and the tables agree; the log says who did what; the diary holds nothing that should not have been read.</summary>
internal static class Reckoning
{
    private const int All = 30;

    public static async Task HappensAsync(Cast cast)
    {
        await cast.Office.UntilAsync(20, 0);
        (cast.Requests.Count, cast.WrittenDown.Count).ShouldBe((22, 8));
        await JournalAsync(cast);
        await LogAsync(cast);
        await TablesAsync(cast);
        await OwnersAsync(cast);
        DiaryRules.NobodyReadsTwice(cast.Office.Diary);
        DiaryRules.NobodyReadsAnotherLanguage(cast.Office.Diary);
        DiaryRules.WordsStayBetweenTwo(cast.Office.Diary, cast.Office.Everybody, Told.On(cast));
        cast.Office.Bot.RefusedByWhatsApp.ShouldBe(0, "WhatsApp refused nothing");
        cast.Office.Bot.Telegram.Counts.Refusals.ShouldAllBe(r => r.StartsWith("409 Conflict: terminated by other getUpdates", StringComparison.Ordinal) || r.StartsWith("429", StringComparison.Ordinal)); // questions for updates that a leap of the clock broke off; messages that had to wait
        cast.Office.Bot.Telegram.Counts.RateLimited.ShouldBeLessThan(20, "hardly anything had to wait");
        cast.Office.Bot.Telegram.OpenPresses.ShouldBe(0, "every press on Telegram is answered");
    }

    /// <summary>The numbers in the chat, the workbook and the document.</summary>
    private static async Task JournalAsync(Cast cast)
    {
        var owner = cast.Owner;
        await owner.SaysAsync("/journal");
        owner.Reads(owner.Text("c.journal", ("time", "02.03.2026 20:00"), ("people", All - 1), ("n", All), ("list", "")));
        var counts = owner.Shown.Single(s => s.Text.Contains(owner.Piece("c.journal"), StringComparison.Ordinal)).Text;
        counts.Split('\n').Where(l => l.StartsWith('•')).Sum(l => int.Parse(l[(l.LastIndexOf(' ') + 1)..], System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(All, counts);
        owner.Reads(owner.Text("c.journal.time", ("hours", 8), ("n", cast.Requests.Count - 1), ("all", cast.Requests.Count)));
        owner.Reads(owner.Text("c.journal.rating", ("rating", $"{Math.Round((decimal)cast.Ratings.Values.Sum() / cast.Ratings.Count, 1, MidpointRounding.AwayFromZero):0.0}".Replace('.', ',')), ("n", cast.Ratings.Count)));

        await owner.TapsAsync("btn.c.excel");
        using var sheet = new OpenedSheet(File(cast, ".xlsx"));
        var rows = sheet.Rows().Select(r => r.Split(" | ")).Where(r => r.Length > 2 && long.TryParse(r[0], out _)).ToList();
        rows.Select(r => r[0]).ShouldBe(Enumerable.Range(1, All).Select(n => $"{n}"), "one row of the journal for each");
        foreach (var request in cast.Requests)
        {
            var row = rows[(int)request.Number - 1];
            row[2].ShouldBe(request.Asker.Name);
            request.Owners.Select(o => o.Name).ShouldContain(row[7], $"№ {request.Number} was advised by one of its owners");
        }
        rows.Select(r => r[2]).ShouldBe([.. cast.Requests.Select(r => r.Asker.Name), .. cast.WrittenDown], ignoreOrder: true);
        await owner.TapsAsync("btn.c.word");
        using var document = new OpenedDocument(File(cast, ".docx"));
        document.Rows.Count.ShouldBe(All + 1);
        document.Problems.ShouldBeEmpty();
    }

    private static byte[] File(Cast cast, string ending)
    {
        var file = cast.Office.Bot.Telegram.Person(long.Parse(cast.Owner.Talker.Address, System.Globalization.CultureInfo.InvariantCulture)).Chat[^1].File;
        return file is not null && file.Name.EndsWith(ending, StringComparison.Ordinal) ? file.Content : throw new InvalidOperationException($"No {ending} came.\n{cast.Office.Diary.Last(cast.Owner)}");
    }

    private static async Task LogAsync(Cast cast)
    {
        var owner = cast.Owner;
        await owner.SaysAsync("/staff");
        foreach (var one in cast.Consultants) owner.Reads(one.Name);
        await owner.TapsAsync("btn.staff.log");
        await owner.TapsAsync("btn.log.file");
        using var sheet = new OpenedSheet(File(cast, ".xlsx"));
        var rows = sheet.Rows();
        int Deeds(string who, string what) => rows.Count(r => r.Contains(who, StringComparison.Ordinal) && r.Contains(what, StringComparison.Ordinal));
        cast.Consultants.Sum(c => Deeds(c.Name, owner.Text("log.ConsultationClosed"))).ShouldBe(All + 1, "30, one of them twice");
        foreach (var one in cast.Consultants) Deeds(one.Name, owner.Text("log.StaffJoined")).ShouldBe(1);
        Deeds(cast.Boris.Name, owner.Text("log.ConsultationReturned")).ShouldBe(1);
        rows.Count(r => r.Contains(owner.Text("log.BroadcastMade"), StringComparison.Ordinal)).ShouldBe(1);
        rows.Count(r => r.Contains(owner.Text("log.EventMoved"), StringComparison.Ordinal)).ShouldBe(2);
        rows.Count(r => r.Contains(owner.Text("log.PlanUndone"), StringComparison.Ordinal)).ShouldBe(1);
        rows.Count(r => r.Contains(owner.Text("log.JournalAsked"), StringComparison.Ordinal)).ShouldBe(2);
    }

    private static async Task TablesAsync(Cast cast)
    {
        await using var db = cast.Office.Bot.Database();
        var rows = await db.Consultations.AsNoTracking().OrderBy(c => c.Id).ToListAsync();
        rows.Select(c => c.Id).ShouldBe(Enumerable.Range(1, All).Select(n => (long)n));
        rows.ShouldAllBe(c => c.Status == ConsultationStatus.Closed);
        rows.Where(c => c.Rating is not null).ToDictionary(c => c.Id, c => c.Rating!.Value).ShouldBe(cast.Ratings, ignoreOrder: true);
        (rows.Count(c => c.Way is ConsultationWay.Visit), rows.Count(c => c.Way is ConsultationWay.Phone)).ShouldBe((4, 4));
        int Registered(string code) => db.Registrations.Count(r => db.Events.Any(e => e.Id == r.EventId && e.Code == code) && r.Status != RegistrationStatus.Cancelled);
        (Registered(Cast.Today), Registered(Cast.Later)).ShouldBe((Cast.ForToday + 1, cast.Campers.Count()));
        db.Registrations.Count(r => r.Status == RegistrationStatus.Attended).ShouldBe(8);
        db.Inbox.Count(i => i.Error != null).ShouldBe(0, "no turn met a fault");
    }

    /// <summary>Going through what happened in order, nobody takes what somebody has, and nobody gives away what is not theirs.</summary>
    private static async Task OwnersAsync(Cast cast)
    {
        await using var db = cast.Office.Bot.Database();
        var owners = new Dictionary<long, ChatId?>();
        foreach (var row in await db.Facts.AsNoTracking().Where(f => f.Type.StartsWith("Consultation")).OrderBy(f => f.Id).ToListAsync())
        {
            switch (DomainJson.ReadFact(row.Data))
            {
                case Fact.ConsultationAsked asked: owners.TryAdd(asked.Number, asked.Way is ConsultationWay.Chat ? null : row.ChatId).ShouldBeTrue($"№ {asked.Number} is given once"); break;
                case Fact.ConsultationTaken taken:
                    owners[taken.Number].ShouldBeNull($"№ {taken.Number} is taken while somebody has it");
                    owners[taken.Number] = row.ChatId;
                    break;
                case Fact.ConsultationHanded handed:
                    owners[handed.Number].ShouldBe(row.ChatId);
                    owners[handed.Number] = handed.To;
                    break;
                case Fact.ConsultationReturned returned:
                    owners[returned.Number].ShouldBe(row.ChatId);
                    owners[returned.Number] = null;
                    break;
                case Fact.ConsultationClosed closed: owners[closed.Number].ShouldBe(row.ChatId); break;
                case Fact.ConsultationSaid { ByPerson: false } said: owners[said.Number].ShouldBe(row.ChatId); break;
            }
        }
        var rows = await db.Consultations.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.OwnerId);
        rows.ShouldBe(owners, ignoreOrder: true);
    }
}
