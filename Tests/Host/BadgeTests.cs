using DocumentFormat.OpenXml.Packaging;
using GrantBot.Infrastructure.Documents;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Tests.Host;

/// <summary>A badge carries the ticket: the phone of whoever stands at the door opens the bot by it, and knows a forged one.</summary>
public sealed class BadgeTests
{
    [Fact]
    public async Task the_code_on_a_badge_is_the_sealed_link_of_the_ticket()
    {
        await using var house = await DeskHouse.OpenAsync();
        await house.SayAsync("/list open");
        (await house.SayAsync("Badges")).ShouldContain("Badges");
        await using var db = house.Bot.Database();
        var file = await db.Files.AsNoTracking().SingleAsync(f => f.Name.EndsWith(".docx"));
        if (Environment.GetEnvironmentVariable("GRANTBOT_PICTURES") is { Length: > 0 } folder) await File.WriteAllBytesAsync(Path.Combine(folder, file.Name), file.Content);
        using var document = WordprocessingDocument.Open(new MemoryStream(file.Content), isEditable: false);
        var codes = document.MainDocumentPart!.ImageParts.Select(Bytes).ToList();
        var tokens = new List<string>();
        foreach (var ticket in new[] { "K7M2QX", "M4N8PR", "P2P3P4" }) tokens.Add((await house.TicketAsync(ticket)).Split('=')[1]);
        codes.ShouldBe(tokens.Select(t => Qr.Png($"{house.Bot.Address}#{t}")), ignoreOrder: true);

        await house.Staff.OpenAsync(tokens[0]);
        await house.Staff.OpenAsync(tokens[1][..^1] + (tokens[1][^1] == 'A' ? 'B' : 'A'));
        await house.Bot.DrainAsync();
        (await house.CameAsync()).Select(c => c.How).ShouldBe([Domain.CheckIn.CheckInWay.Ticket]);
    }

    private static byte[] Bytes(ImagePart part)
    {
        using var stream = part.GetStream();
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
