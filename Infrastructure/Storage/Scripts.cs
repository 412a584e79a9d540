using System.Globalization;

namespace GrantBot.Infrastructure.Storage;

/// <summary>The numbered scripts that make a database's schema: "0007_check_in.sql" in the folder Migrations beside a type.</summary>
internal static class Scripts
{
    /// <summary>All of an engine, in their order.</summary>
    public static IEnumerable<(int Version, string Text)> Of(Type engine)
    {
        var prefix = engine.Namespace + ".Migrations.";
        return engine.Assembly.GetManifestResourceNames().Where(n => n.StartsWith(prefix, StringComparison.Ordinal))
            .Select(n => (Version: int.Parse(n[prefix.Length..].TrimStart('_').Split('_')[0], CultureInfo.InvariantCulture), Name: n)).OrderBy(s => s.Version)
            .Select(s =>
            {
                using var reader = new StreamReader(engine.Assembly.GetManifestResourceStream(s.Name)!);
                return (s.Version, reader.ReadToEnd());
            });
    }
}
