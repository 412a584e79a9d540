using GrantBot.Domain.Forms.Xls;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>A type of the sheet survey.</summary>
/// <param name="Name">As the XLSForm documentation spells it.</param>
/// <param name="Means">What a row of it is.</param>
/// <param name="About">What it does in a chat, for authors; "" for what is not supported.</param>
/// <param name="Spellings">What authors of other tools write instead, in lower case with spaces for underscores.</param>
internal sealed record SurveyType(string Name, TypeCell Means, string About, params string[] Spellings)
{
    /// <summary>Reads and shows answers, where there are any.</summary>
    public IQuestionType? Type { get; private init; }

    /// <summary>A question, a note or a value.</summary>
    public static SurveyType Ask(QuestionKind kind, IQuestionType type, string name, string about, params string[] spellings) =>
        new(name, new TypeCell.Ask(kind, FromFile: name.EndsWith("_from_file", StringComparison.Ordinal)), about, spellings) { Type = type };

    /// <summary>Put in by the session or the program.</summary>
    public static SurveyType Metadata(string name, string about, params string[] spellings) => new(name, new TypeCell.Metadata(name), about, spellings);

    /// <summary>A question nobody can be asked here.</summary>
    public static SurveyType Refused(string name, params string[] spellings) => new(name, new TypeCell.Unsupported(Harmless: false), "", spellings);

    /// <summary>What only watches a person.</summary>
    public static SurveyType Blank(string name) => new(name, new TypeCell.Unsupported(Harmless: true), "");

    /// <summary>Words may follow the type: a list, or what another tool wants to know.</summary>
    public bool TakesWords => Means is TypeCell.Unsupported { Harmless: false } or TypeCell.Ask { Kind: QuestionKind.SelectOne or QuestionKind.SelectMultiple or QuestionKind.Rank };

    /// <summary>Every spelling, folded as cells are.</summary>
    public IEnumerable<string> Folded => Spellings.Prepend(Name.Replace('_', ' ').ToLowerInvariant());
}
