using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Spreadsheets;

namespace GrantBot.Load.Walk;

/// <summary>The texts and the form that the bot under test ships with, so that a changed word needs no change here.</summary>
internal sealed record Content(Texts Texts, Form Form)
{
    /// <summary>Reads the folder Content beside the bot.</summary>
    public static Content Beside(string bot)
    {
        var folder = Path.Combine(Path.GetDirectoryName(bot)!, "Content");
        var texts = LocaleFolder.Read(Path.Combine(folder, "Locales"));
        var workbook = (WorkbookReading.Read)WorkbookReader.Read(File.ReadAllBytes(Path.Combine(folder, "Forms", "registration.xlsx")));
        return new(texts, FormReader.Read(workbook.Sheets).Form ?? throw new InvalidDataException("registration.xlsx has errors"));
    }
}
