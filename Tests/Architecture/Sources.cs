using System.Text.RegularExpressions;

namespace GrantBot.Tests.Architecture;

/// <summary>The source of this very program: the folder above the tests that holds the solution.</summary>
internal static partial class Sources
{
    private static readonly char Slash = Path.DirectorySeparatorChar;

    public static DirectoryInfo Root { get; } = Above(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>C# files of one of its folders that people wrote, by their path from the root with "/" between.</summary>
    public static IEnumerable<(string Name, string Text)> Of(string folder) =>
        from file in Directory.EnumerateFiles(Path.Combine(Root.FullName, folder), "*.cs", SearchOption.AllDirectories)
        let name = Path.GetRelativePath(Root.FullName, file).Replace(Slash, '/')
        where !name.Contains("/obj/", StringComparison.Ordinal) && !name.Contains("/bin/", StringComparison.Ordinal)
        select (name, File.ReadAllText(file));

    /// <summary>Where something stands in a folder: the files' names.</summary>
    public static List<string> With(string folder, Regex pattern, params string[] except) =>
        [.. Of(folder).Where(f => !except.Any(e => f.Name.StartsWith(e, StringComparison.Ordinal)) && pattern.IsMatch(Comment().Replace(f.Text, ""))).Select(f => f.Name)];

    private static DirectoryInfo Above(DirectoryInfo folder) => File.Exists(Path.Combine(folder.FullName, "GrantBot.sln")) ? folder
        : Above(folder.Parent ?? throw new DirectoryNotFoundException("No folder above the tests holds GrantBot.sln: these tests read the source."));

    [GeneratedRegex("^\\s*//.*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex Comment();
}
