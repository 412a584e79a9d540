namespace GrantBot.Domain.Forms;

/// <summary>Pictures that stand beside questions (column media::image), known by the names of their files.</summary>
public static class PictureFile
{
    private static readonly Dictionary<string, string> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        [".jpg"] = "image/jpeg", [".jpeg"] = "image/jpeg", [".png"] = "image/png", [".gif"] = "image/gif", [".webp"] = "image/webp",
    };

    /// <summary>Endings of pictures, with the dot.</summary>
    public static IEnumerable<string> Endings => Types.Keys;

    /// <summary>Whether a file is a picture, by its name.</summary>
    public static bool Is(string name) => Types.ContainsKey(Path.GetExtension(name));

    /// <summary>MIME type of a picture.</summary>
    public static string MediaType(string name) => Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");

    /// <summary>The file's name in what a workbook says: "jr://images/sign.jpg" is sign.jpg.</summary>
    public static string NameIn(string cell) => cell[(cell.LastIndexOfAny(['/', '\\']) + 1)..];

    /// <summary>Names of a question's pictures, one or one a language.</summary>
    public static IEnumerable<string> Of(Question question) => question.Image is not { } image ? []
        : image.ByLanguage.Keys.Select(language => NameIn(image.In(language))).Distinct(StringComparer.Ordinal);
}
