using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Surveys;

/// <summary>Coarse codes of who answered, frozen when they answer; each null when it is not known or was taken away (<see cref="Grain"/>).</summary>
/// <param name="Gender">"male" or "female".</param>
/// <param name="Age">Age band of the report (table C), or a wider one.</param>
/// <param name="Category">Social category of the report (table B).</param>
/// <param name="Territory">City or district.</param>
/// <param name="Language">Language of the chat.</param>
/// <param name="Channel">Where they answered: "telegram", "whatsapp", "web".</param>
public sealed record SurveyCodes(string? Gender = null, string? Age = null, string? Category = null, string? Territory = null, string? Language = null, string? Channel = null);

/// <summary>What somebody wrote in their own words; kept apart from their marks and codes.</summary>
/// <param name="Question">The question.</param>
/// <param name="Text">The words.</param>
/// <param name="MayQuote">Whether they may stand in a report; null = nobody asked.</param>
public sealed record Remark(string Question, string Text, bool? MayQuote = null);

/// <summary>One person's answers, laid out so that they can be kept without the person: choices, own words, and what they said of themselves.</summary>
/// <param name="Marks">Names of the choices made, by question.</param>
/// <param name="Remarks">Own words, and whatever else is no choice.</param>
/// <param name="Said">Codes the form itself asked for ("gender", "age", "category", "territory"), as surveys by link do.</param>
public sealed record SurveySheet(IReadOnlyDictionary<string, string> Marks, IReadOnlyList<Remark> Remarks, SurveyCodes Said)
{
    /// <summary>How many answers are right, where the form says which are.</summary>
    public int Right { get; init; }

    /// <summary>How many questions have a right answer.</summary>
    public int Questions { get; init; }

    /// <summary>The question by which somebody lets their words be quoted (6-forms.md, 6.3).</summary>
    private const string Quote = "quote_ok";

    /// <summary>Questions whose answers say who somebody is rather than what they think; names as in the shipped forms.</summary>
    private static readonly string[] AboutThem = ["gender", "age", "age_band", "category", "territory"];

    /// <summary>Kinds no anonymous survey may ask: their answers point at one person by themselves.</summary>
    private static readonly QuestionKind[] Pointing = [QuestionKind.Image, QuestionKind.File, QuestionKind.Phone, QuestionKind.Email, QuestionKind.Geopoint];

    /// <summary>Whether a form can be asked without knowing who answers.</summary>
    public static bool CanBeAnonymous(Form form) => form.Questions.All(q => !Pointing.Contains(q.Kind)) && form.Items.All(i => i is not Repeat);

    /// <summary>Lays out what was sent. What depends on own words goes with them, since a mark beside it would tell who wrote some.</summary>
    public static SurveySheet Of(Form form, IReadOnlyDictionary<string, string> sent)
    {
        var asked = form.Questions.Where(q => q.Asked && sent.ContainsKey(q.Name)).DistinctBy(q => q.Name).ToList();
        var words = asked.Where(q => !IsChoice(q)).Select(q => q.Path).ToHashSet(StringComparer.Ordinal);
        var tied = asked.Where(q => IsChoice(q) && q.Relevant?.References.Any(r => r.Resolve(q.Path) is { } path && words.Contains(path)) == true).Select(q => q.Name).ToHashSet(StringComparer.Ordinal);
        bool? quote = tied.Contains(Quote) ? sent[Quote] == "yes" : null;
        return new SurveySheet(
            asked.Where(q => IsChoice(q) && !tied.Contains(q.Name) && !AboutThem.Contains(q.Name)).ToDictionary(q => q.Name, q => sent[q.Name], StringComparer.Ordinal),
            [.. asked.Where(q => !AboutThem.Contains(q.Name) && (!IsChoice(q) || (tied.Contains(q.Name) && q.Name != Quote))).Select(q => new Remark(q.Name, sent[q.Name], quote))],
            new(Choice("gender"), Choice("age_band") ?? Choice("age"), Choice("category"), Choice("territory")))
        {
            Right = RightAnswers.Score(form, sent), Questions = RightAnswers.Questions(form).Count,
        };

        string? Choice(string name) => asked.Any(q => q.Name == name && IsChoice(q)) ? sent[name] : null;
    }

    private static bool IsChoice(Question question) => question.Kind is QuestionKind.SelectOne or QuestionKind.SelectMultiple or QuestionKind.Acknowledge or QuestionKind.Range;
}
