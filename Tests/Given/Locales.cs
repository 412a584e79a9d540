using System.Text.Json;
using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Given;

/// <summary>The catalogue of texts as the program ships it: every file of Content/Locales.</summary>
internal static class Locales
{
    public static readonly Texts Shipped = Load();

    private static Texts Load()
    {
        var byLanguage = Texts.Languages.ToDictionary(l => l, _ => new Dictionary<string, string>(StringComparer.Ordinal), StringComparer.Ordinal);
        foreach (var file in Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Content", "Locales"), "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            foreach (var text in json.RootElement.EnumerateObject())
            {
                if (text.Value.ValueKind == JsonValueKind.String) byLanguage[Path.GetFileNameWithoutExtension(file)][text.Name] = text.Value.GetString()!;
                else foreach (var words in text.Value.EnumerateObject().Where(w => byLanguage.ContainsKey(w.Name))) byLanguage[words.Name][text.Name] = words.Value.GetString()!;
            }
        }
        return new(byLanguage.ToDictionary(l => l.Key, l => (IReadOnlyDictionary<string, string>)l.Value, StringComparer.Ordinal));
    }
}
