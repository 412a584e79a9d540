using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Bot.Setup;

/// <summary>Reads what ships with the program: texts and forms. A mistake in either stops the start with its place.</summary>
internal static class ContentLoader
{
    /// <summary>The folder beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Content");

    /// <summary>All texts of Content/Locales.</summary>
    public static Texts Texts() => LocaleFolder.Read(Path.Combine(Folder, "Locales"));

    /// <summary>All forms of Content/Forms.</summary>
    /// <exception cref="InvalidDataException">A workbook has errors; the message names file, sheet, row and the fix of each.</exception>
    public static ShippedForms Forms(Texts texts) =>
        new([.. Directory.GetFiles(Path.Combine(Folder, "Forms"), "*.xlsx").Order(StringComparer.Ordinal).Select(f => Form(f, texts))]);

    private static ShippedForm Form(string file, Texts texts)
    {
        var bytes = File.ReadAllBytes(file);
        var reading = FormWorkbook.Read(bytes);
        return new(reading.Form ?? throw new InvalidDataException(Path.GetFileName(file) + ":\n" + string.Join("\n", reading.Problems.Where(p => p.IsError).Select(p => p.Say(texts, "en")))), bytes);
    }
}
