using System.Text.Json;
using GrantBot.Domain.Localisation;

namespace GrantBot.Infrastructure.Files;

/// <summary>Reads the texts of a folder: one folder per language, one file of keys and texts per subject.</summary>
internal static class LocaleFolder
{
    /// <summary>All texts. A key that stands twice in a language, or lacks in one, is a mistake that must stop the start.</summary>
    /// <exception cref="ArgumentException">A key is there twice, or missing in a language.</exception>
    public static Texts Read(string folder) => new(Texts.Languages.ToDictionary(l => l, l => Language(Path.Combine(folder, l)), StringComparer.Ordinal));

    private static IReadOnlyDictionary<string, string> Language(string folder) =>
        Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal).SelectMany(File).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);

    private static List<KeyValuePair<string, string>> File(string file)
    {
        using var json = JsonDocument.Parse(System.IO.File.ReadAllBytes(file));
        return [.. json.RootElement.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, p.Value.GetString()!))];
    }
}
