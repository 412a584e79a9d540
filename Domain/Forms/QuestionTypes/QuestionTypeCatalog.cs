using System.Diagnostics;

namespace GrantBot.Domain.Forms.QuestionTypes;

/// <summary>The type of each kind. A new kind is one line here and one in <see cref="Xls.TypeSpellings"/>.</summary>
public static class QuestionTypeCatalog
{
    private static readonly Dictionary<QuestionKind, IQuestionType> Types = Enum.GetValues<QuestionKind>().ToDictionary(k => k, Make);

    /// <summary>The type that reads and shows answers of a kind.</summary>
    public static IQuestionType Of(QuestionKind kind) => Types[kind];

    private static IQuestionType Make(QuestionKind kind) => kind switch
    {
        QuestionKind.Text => new TextType(),
        QuestionKind.Integer => new IntegerType(),
        QuestionKind.Decimal => new DecimalType(),
        QuestionKind.Date => new DateType(),
        QuestionKind.Time => new TimeType(),
        QuestionKind.DateTime => new DateTimeType(),
        QuestionKind.Phone => new PhoneType(),
        QuestionKind.Email => new EmailType(),
        QuestionKind.SelectOne => new SelectOneType(),
        QuestionKind.Rank => new RankType(),
        QuestionKind.Range => new RangeType(),
        QuestionKind.Geopoint => new GeopointType(),
        QuestionKind.AddAnother => new SelectOneType(),
        QuestionKind.SelectMultiple => new SelectMultipleType(),
        QuestionKind.Acknowledge => new AcknowledgeType(),
        QuestionKind.Image or QuestionKind.File => new FileType(),
        QuestionKind.Note or QuestionKind.Calculate or QuestionKind.Hidden => new SilentType(),
        _ => throw new UnreachableException(),
    };
}
