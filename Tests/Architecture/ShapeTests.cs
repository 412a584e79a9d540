using System.Reflection;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Tests.Architecture;

/// <summary>What the code looks like as a whole: explained, closed, in small files.</summary>
public sealed class ShapeTests
{
    private const double Nearly = 0.95;
    private const int MostLines = 300;
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly Assembly Domain = typeof(ChatId).Assembly;

    [Fact]
    public void what_others_see_of_the_domain_is_explained()
    {
        var explained = Explained();
        var seen = Domain.GetExportedTypes().SelectMany(t => Members(t).Prepend("T:" + Name(t))).ToHashSet(StringComparer.Ordinal);
        var silent = seen.Where(m => !explained.Contains(m)).Order(StringComparer.Ordinal).ToList();
        seen.Count.ShouldBeGreaterThan(400);
        (1 - (double)silent.Count / seen.Count).ShouldBeGreaterThanOrEqualTo(Nearly, $"{silent.Count} of {seen.Count} have no comment:\n{string.Join('\n', silent)}");
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void nearly_every_class_is_closed(string assembly)
    {
        var classes = Assembly.Load(assembly).GetTypes().Where(t => t.IsClass && IsWritten(t)).ToList();
        var open = classes.Where(t => !t.IsSealed && !t.IsAbstract).Select(t => t.FullName).ToList();
        classes.Count.ShouldBeGreaterThan(10);
        (1 - (double)open.Count / classes.Count).ShouldBeGreaterThanOrEqualTo(Nearly, string.Join('\n', open));
    }

    public static TheoryData<string> Assemblies => [.. new[] { Domain, typeof(GrantBotDb).Assembly, typeof(PipelineHost).Assembly }.Select(a => a.GetName().Name!)];

    [Theory]
    [InlineData("Domain")]
    [InlineData("Infrastructure")]
    [InlineData("Bot")]
    [InlineData("Tests")]
    public void no_file_is_long(string folder)
    {
        var files = Sources.Of(folder).Select(f => (f.Name, Lines: f.Text.Count(c => c == '\n'))).ToList();
        files.Count.ShouldBeGreaterThan(5);
        files.Where(f => f.Lines > MostLines).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Domain")]
    [InlineData("Infrastructure")]
    [InlineData("Bot")]
    public void a_namespace_follows_its_folder(string folder) =>
        Sources.Of(folder).Select(f => (f.Name, Expected: "GrantBot." + Path.GetDirectoryName(f.Name)!.Replace('\\', '.').Replace('/', '.'), f.Text))
            .Where(f => f.Text.Contains("\nnamespace ", StringComparison.Ordinal) && !f.Text.Contains($"\nnamespace {f.Expected};", StringComparison.Ordinal))
            .Select(f => f.Name).ShouldBeEmpty();

    /// <summary>Ids of everything with a comment that says something; a record's parameter counts for its property.</summary>
    private static HashSet<string> Explained()
    {
        var explained = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in XDocument.Load(Path.ChangeExtension(Domain.Location, ".xml")).Descendants("member"))
        {
            var id = member.Attribute("name")!.Value.Split('(', '~')[0];
            if (member.Elements().Any(e => e.Name == "inheritdoc" || e.Value.Trim().Length > 0)) explained.Add(id);
            if (id.Contains(".#ctor", StringComparison.Ordinal) || id.StartsWith("T:", StringComparison.Ordinal))
                foreach (var parameter in member.Elements("param")) explained.Add("P:" + id[2..].Replace(".#ctor", "", StringComparison.Ordinal) + "." + parameter.Attribute("name")!.Value);
        }
        return explained;
    }

    /// <summary>Members of a type that somebody wrote: no accessors, none the compiler adds to records, no overrides, no parameters of records whose summary speaks for them.</summary>
    private static IEnumerable<string> Members(Type type)
    {
        var parameters = Parameters(type);
        if (type.IsEnum) return type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(f => $"F:{Name(type)}.{f.Name}");
        return [
            .. type.GetProperties(Declared).Where(p => !IsMade(p.GetMethod) && !Overrides(p.GetMethod) && !parameters.Contains(p.Name)).Select(p => $"P:{Name(type)}.{p.Name}"),
            .. type.GetMethods(Declared).Where(m => !m.IsSpecialName && !IsMade(m) && !Overrides(m)).Select(m => $"M:{Name(type)}.{m.Name}{(m.IsGenericMethod ? "``" + m.GetGenericArguments().Length : "")}"),
            .. type.GetFields(Declared).Select(f => $"F:{Name(type)}.{f.Name}"),
        ];
    }

    /// <summary>What a positional record is made of; its summary explains it as a sentence.</summary>
    private static HashSet<string> Parameters(Type type) =>
        [.. type.GetConstructors().SelectMany(c => c.GetParameters()).Select(p => p.Name!).Where(n => char.IsUpper(n[0]))];

    private static bool IsMade(MethodInfo? method) => method is null || method.Name.Contains('<', StringComparison.Ordinal)
        || (method.IsDefined(typeof(CompilerGeneratedAttribute)) && !method.IsSpecialName);

    private static bool Overrides(MethodInfo? method) => method is not null && method.GetBaseDefinition() != method;

    private static bool IsWritten(Type type) => type.Namespace?.StartsWith("GrantBot.", StringComparison.Ordinal) == true
        && !type.Name.Contains('<', StringComparison.Ordinal) && type.DeclaringType?.Name.Contains('<', StringComparison.Ordinal) != true && !type.IsDefined(typeof(CompilerGeneratedAttribute));

    private static string Name(Type type) => (type.FullName ?? type.Name).Replace('+', '.');
}
