namespace GrantBot.Domain.Forms;

/// <summary>What kind of answer a question takes. The spellings that lead here stand in <see cref="QuestionTypes.QuestionTypeCatalog"/>.</summary>
public enum QuestionKind
{
    /// <summary>Free text.</summary>
    Text = 1,

    /// <summary>A whole number.</summary>
    Integer = 2,

    /// <summary>A number with a fraction.</summary>
    Decimal = 3,

    /// <summary>A day, stored as 2008-03-05.</summary>
    Date = 4,

    /// <summary>A time of day, stored as 14:30:00.</summary>
    Time = 5,

    /// <summary>A day and time, stored as 2026-03-05T14:30:00 in the form's zone.</summary>
    DateTime = 6,

    /// <summary>A mobile number of Kazakhstan, stored as +7XXXXXXXXXX.</summary>
    Phone = 7,

    /// <summary>An e-mail address.</summary>
    Email = 8,

    /// <summary>One choice of a list.</summary>
    SelectOne = 9,

    /// <summary>Any number of choices of a list, stored as names with spaces between.</summary>
    SelectMultiple = 10,

    /// <summary>Text that is only said.</summary>
    Note = 11,

    /// <summary>A box to tick, stored as "OK".</summary>
    Acknowledge = 12,

    /// <summary>A picture, stored as an <see cref="AnswerFile"/>.</summary>
    Image = 13,

    /// <summary>Any other file (document, audio, video), stored as an <see cref="AnswerFile"/>.</summary>
    File = 14,

    /// <summary>A value the form works out.</summary>
    Calculate = 15,

    /// <summary>A value the program puts in.</summary>
    Hidden = 16,

    /// <summary>Every choice of a list in the person's order, stored as names with spaces between.</summary>
    Rank = 17,

    /// <summary>A number of a scale (start, end, step).</summary>
    Range = 18,

    /// <summary>A place, stored as "latitude longitude altitude accuracy" in degrees and metres.</summary>
    Geopoint = 19,

    /// <summary>Whether a repeat gets another instance: "add", "done", or "remove" for the last one. Never stored.</summary>
    AddAnother = 20,
}
