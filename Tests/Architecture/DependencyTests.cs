using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GrantBot.Domain;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Tests.Architecture;

/// <summary>Who may know whom: Domain nobody, Infrastructure Domain, Bot both.</summary>
public sealed partial class DependencyTests
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
    private static readonly Assembly Domain = typeof(ChatId).Assembly;
    private static readonly Assembly Infrastructure = typeof(GrantBotDb).Assembly;

    /// <summary>XLSForm spells a question type "select one from": no SQL.</summary>
    private const string SpokenSelect = "Domain/Forms/Xls/TypeSpellings.cs";

    [Fact]
    public void the_domain_names_no_project_no_package_and_no_framework() =>
        XDocument.Load(Path.Combine(Sources.Root.FullName, "Domain", "Domain.csproj")).Descendants()
            .Where(e => e.Name.LocalName is "ProjectReference" or "PackageReference" or "FrameworkReference" or "Reference").ShouldBeEmpty();

    [Fact]
    public void the_domain_needs_nothing_beyond_the_base_library()
    {
        var library = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var needed = Domain.GetReferencedAssemblies().Select(a => a.Name!).ToList();
        needed.ShouldContain("System.Runtime");
        needed.ShouldAllBe(name => name.StartsWith("System.", StringComparison.Ordinal) && File.Exists(Path.Combine(library, name + ".dll")));
    }

    [Fact]
    public void nothing_in_the_domain_waits()
    {
        var members = Domain.GetTypes().Where(IsWritten).SelectMany(t => t.GetMembers(Declared)).ToList();
        members.Count.ShouldBeGreaterThan(500);
        members.Where(m => Signature(m).Any(Waits)).Select(m => $"{m.DeclaringType}.{m.Name}").ShouldBeEmpty();
    }

    [Fact]
    public void the_domain_has_no_clock_no_chance_no_file_and_no_network()
    {
        Domain.GetReferencedAssemblies().Select(a => a.Name!).ShouldNotContain(n => n.StartsWith("System.Net", StringComparison.Ordinal) || n.StartsWith("System.IO.File", StringComparison.Ordinal) || n == "System.Diagnostics.Process");
        Sources.With("Domain", Outside()).ShouldBeEmpty();
    }

    [Fact]
    public void infrastructure_does_not_know_the_bot()
    {
        Infrastructure.GetReferencedAssemblies().Select(a => a.Name).ShouldNotContain("grantbot");
        Infrastructure.GetReferencedAssemblies().Select(a => a.Name).ShouldContain("GrantBot.Domain");
        Sources.With("Infrastructure", BotNamespace()).ShouldBeEmpty();
        Sources.With("Domain", OuterNamespaces()).ShouldBeEmpty();
    }

    [Fact]
    public void raw_sql_stands_in_the_folders_of_the_engines_and_of_what_they_share()
    {
        foreach (var folder in new[] { "Domain", "Infrastructure", "Bot" }) Sources.With(folder, Sql(), "Infrastructure/Storage/Sql/", "Infrastructure/Storage/Sqlite/", "Infrastructure/Storage/Postgres/", SpokenSelect).ShouldBeEmpty();
        Sources.With("Infrastructure", Sql()).ShouldContain("Infrastructure/Storage/Sql/SqlCommands.cs");
    }

    [Theory]
    [InlineData("db.Database.ExecuteSqlRaw(text)")]
    [InlineData("db.Chats.FromSqlInterpolated($\"x\")")]
    [InlineData("command.CommandText = text;")]
    [InlineData("var sql = \"SELECT id FROM chats\";")]
    [InlineData("var sql = $@\"  delete from {table}\";")]
    [InlineData("var sql = \"\"\"\n    UPDATE chats SET x = 1\n    \"\"\";")]
    [InlineData("Run(\"PRAGMA user_version\")")]
    public void raw_sql_is_recognised(string source) => Sql().IsMatch(source).ShouldBeTrue();

    [Theory]
    [InlineData("var title = \"Select an event\";")]
    [InlineData("/// <summary>Update the row.</summary>")]
    [InlineData("rows.Select(r => r.Id)")]
    public void words_are_not_taken_for_sql(string source) => Sql().IsMatch(source).ShouldBeFalse();

    private static IEnumerable<Type> Signature(MemberInfo member) => member switch
    {
        MethodInfo m => [m.ReturnType, .. m.GetParameters().Select(p => p.ParameterType)],
        ConstructorInfo c => c.GetParameters().Select(p => p.ParameterType),
        PropertyInfo p => [p.PropertyType],
        FieldInfo f => [f.FieldType],
        EventInfo e => [e.EventHandlerType!],
        _ => [],
    };

    private static bool Waits(Type type) => type.Namespace == "System.Threading.Tasks" || type.Name.StartsWith("IAsync", StringComparison.Ordinal) || type == typeof(CancellationToken)
        || type.GetGenericArguments().Any(Waits) || (type.HasElementType && Waits(type.GetElementType()!));

    private static bool IsWritten(Type type) => type.Namespace?.StartsWith("GrantBot", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"System\.IO\.|\bFile\.(Read|Write|Open|Exists|Create|Delete)|\bDirectory\.|\bHttpClient\b|\bSocket\b|\bTimeProvider\b|\bDateTime(Offset)?\.(Now|UtcNow|Today)\b|\bGuid\.NewGuid|\bRandom\.Shared|\bnew Random\(\)|\bEnvironment\.|\bConsole\.|\bThread\.|\basync\b|\bawait\b|\bStopwatch\b", RegexOptions.NonBacktracking)]
    private static partial Regex Outside();

    [GeneratedRegex(@"\bGrantBot\.Bot\b", RegexOptions.NonBacktracking)]
    private static partial Regex BotNamespace();

    [GeneratedRegex(@"\bGrantBot\.(Bot|Infrastructure)\b|\bMicrosoft\.", RegexOptions.NonBacktracking)]
    private static partial Regex OuterNamespaces();

    [GeneratedRegex("\"\\s*((SELECT|select)\\s+\\S+.*\\s(FROM|from)\\s|(INSERT|insert)\\s+(INTO|OR|into|or)\\s|(UPDATE|update)\\s+\\S+\\s+(SET|set)\\s|(DELETE|delete)\\s+(FROM|from)\\s|(PRAGMA|pragma)\\s|(CREATE|DROP|ALTER)\\s+(TABLE|INDEX|UNIQUE|VIRTUAL)\\s|SAVEPOINT\\s|BEGIN\\s|VACUUM)|\\bExecuteSql|\\bFromSql|\\bSqlQuery|\\bCommandText\\b|\\bGetDbConnection\\b", RegexOptions.NonBacktracking)]
    private static partial Regex Sql();
}
