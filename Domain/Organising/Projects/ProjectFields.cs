using System.Globalization;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Projects;

/// <summary>What the form of a project calls things, and how its answers become a project and back.</summary>
internal static class ProjectFields
{
    /// <summary>Id of the form.</summary>
    public const string FormId = "project";

    private const string Day = "yyyy-MM-dd";

    /// <summary>The project the answers describe.</summary>
    /// <param name="answers">Answers by name.</param>
    /// <param name="code">The code of one that is there; null = a new one, whose code is an answer.</param>
    public static GrantProject Read(IReadOnlyDictionary<string, string> answers, string? code)
    {
        string Text(string name) => answers.GetValueOrDefault(name, "");
        int? Number(string name) => int.TryParse(Text(name), NumberStyles.None, CultureInfo.InvariantCulture, out var n) ? n : null;
        DateOnly Date(string name) => DateOnly.ParseExact(Text(name), Day, CultureInfo.InvariantCulture); // the form asks for it and takes nothing else
        return new(code ?? Text("code"), new(Text("title_kk"), Text("title_ru"), ""), Text("contract"), Date("from"), Date("to"), Text("operator"))
        {
            Participants = Number("participants"), Events = Number("events"), Consultations = Number("consultations"), Satisfaction = Number("satisfaction"),
        };
    }

    /// <summary>The answers that would give this project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="copy">For a new one like it: without its code, contract and term.</param>
    public static Dictionary<string, string> Write(GrantProject project, bool copy)
    {
        string? Number(int? value) => value?.ToString(CultureInfo.InvariantCulture);
        string? Own(string value) => copy ? null : value;
        (string Name, string? Value)[] answers =
        [
            ("title_kk", project.Title.Kk), ("title_ru", project.Title.Ru), ("contract", Own(project.Contract)), ("from", Own(project.From.ToString(Day, CultureInfo.InvariantCulture))),
            ("to", Own(project.To.ToString(Day, CultureInfo.InvariantCulture))), ("operator", project.Operator), ("participants", Number(project.Participants)), ("events", Number(project.Events)),
            ("consultations", Number(project.Consultations)), ("satisfaction", Number(project.Satisfaction)),
        ];
        return answers.Where(a => a.Value is { Length: > 0 }).ToDictionary(a => a.Name, a => a.Value!, StringComparer.Ordinal);
    }
}
