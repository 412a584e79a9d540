using GrantBot.Infrastructure.Documents;
using GrantBot.Tests.Given;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Host;

/// <summary>A ticket is a picture with a QR code that opens the bot; a poster is a sheet of paper with the code of the day.</summary>
public sealed class TicketPictureTests
{
    private static readonly string[] Walk =
    [
        "/start", "Қазақша", "/start ev_camp", "Тіркелу", "Келісемін", "Әлиева", "Сана", "Өткізіп жіберу", "05.03.2004", "Әйел", "Ақтау қаласы", "Жұмыс істемеймін", "Өткізіп жіберу", "8 700 000 00 01", "Жоқ", "Жоқ", "Бәрі дұрыс",
        "Менің тіркелулерім", "Билет: Пікірсайыс лагері",
    ];

    [Fact]
    public async Task a_participant_gets_a_picture_and_staff_a_sheet_of_paper()
    {
        Assert.SkipUnless(Rsvg.Find(TimeProvider.System, Environment.GetEnvironmentVariable("PATH")).Available, "rsvg-convert is missing: apt-get install librsvg2-bin");
        await using var house = await DeskHouse.OpenAsync();
        using var sana = house.Bot.Person(2, "kk");
        foreach (var line in Walk)
        {
            await sana.SayAsync(line);
            await house.Bot.DrainAsync();
        }
        var seen = await sana.ReadAsync();
        seen[^1].Text.ShouldStartWith("Билет: «Пікірсайыс лагері»");
        await house.SayAsync("Poster");
        await using var db = house.Bot.Database();
        var files = await db.Files.AsNoTracking().OrderBy(f => f.CreatedAt).ToListAsync();
        files.Select(f => (f.Name, f.MediaType)).ShouldBe([("ticket-1.png", "image/png"), ("poster-open-2026-04-05.pdf", "application/pdf")]);
        files[0].Content.AsSpan(1, 3).SequenceEqual("PNG"u8).ShouldBeTrue();
        files[1].Content.AsSpan(0, 4).SequenceEqual("%PDF"u8).ShouldBeTrue();
        files[0].ChatId.ShouldNotBe(files[1].ChatId);
        if (Environment.GetEnvironmentVariable("GRANTBOT_PICTURES") is { Length: > 0 } folder)
            foreach (var file in files) await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content);
    }
}
