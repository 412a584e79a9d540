using System.Xml;
using GrantBot.Domain.Programme;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Collects the problems of a template; checking goes on after each, so that an author sees all at once.</summary>
internal sealed class TemplateLog
{
    // A hostile drawing can hold a mistake in every element; nobody reads more than this.
    private const int Most = 50;

    private readonly List<TemplateProblem> problems = [];

    public bool HasErrors { get; private set; }

    public void Error(string code, int line, string found = "", string advice = "") => Add(true, code, line, found, advice);

    public void Error(string code, IXmlLineInfo place, string found = "", string advice = "") => Add(true, code, TemplateXml.Line(place), found, advice);

    public void Warn(string code, int line, string found = "", string advice = "") => Add(false, code, line, found, advice);

    /// <summary>All problems, errors first, each kind numbered from 1 in the order of the file.</summary>
    public IReadOnlyList<TemplateProblem> All()
    {
        var (errors, warnings) = (0, 0);
        return [.. problems.OrderBy(p => !p.IsError).ThenBy(p => p.Line).Select(p => p with { Number = p.IsError ? ++errors : ++warnings })];
    }

    private void Add(bool error, string code, int line, string found, string advice)
    {
        HasErrors |= error;
        var problem = new TemplateProblem(0, error, code, line, Short(found, 60), Short(advice, 400));
        if (problems.Count < Most && !problems.Contains(problem)) problems.Add(problem);
    }

    private static string Short(string text, int most)
    {
        var clean = XmlText.Clean(text).ReplaceLineEndings(" ");
        return clean.Length <= most ? clean : string.Concat(clean.AsSpan(0, most - 1), "…");
    }
}
