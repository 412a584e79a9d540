using GrantBot.Domain;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A version of a form that staff sent. Its workbook is kept as it came, so that it can be downloaded again.</summary>
internal sealed class FormVersionRow
{
    public string FormId { get; set; } = "";

    /// <summary>Unique among the versions of the form, those that ship with the program included.</summary>
    public string Version { get; set; } = "";

    /// <summary>Empty once a draft was deleted.</summary>
    public byte[] Workbook { get; set; } = [];

    /// <summary>When a draft was deleted; its number stays taken.</summary>
    public DateTimeOffset? DeletedAt { get; set; }

    /// <summary>The staff member's chat.</summary>
    public ChatId MadeBy { get; set; }

    public DateTimeOffset MadeAt { get; set; }

    /// <summary>When it was first published; null for a draft.</summary>
    public DateTimeOffset? PublishedAt { get; set; }
}

/// <summary>A list or picture that a version of a form takes from a file, as it came.</summary>
internal sealed class FormListRow
{
    public string FormId { get; set; } = "";
    public string Version { get; set; } = "";

    /// <summary>The file's name in the workbook, "towns.csv".</summary>
    public string Name { get; set; } = "";

    public byte[] Content { get; set; } = [];

    /// <summary>Key under which channels open a picture; random, unguessable.</summary>
    public string FileId { get; set; } = "";
}

/// <summary>Which version of a form people fill. A form that ships with the program has a row only after staff changed that.</summary>
internal sealed class FormStandingRow
{
    public string FormId { get; set; } = "";

    /// <summary>The version; null = the form is retired.</summary>
    public string? Published { get; set; }
}

/// <summary>What one person answered to a form by itself.</summary>
internal sealed class FormAnswerRow
{
    /// <summary>UUID v7 as 32 hex digits.</summary>
    public string Id { get; set; } = "";

    public string FormId { get; set; } = "";
    public string FormVersion { get; set; } = "";

    /// <summary>Null once the person was erased: the answer then counts no more than a number.</summary>
    public PersonId? PersonId { get; set; }

    public ChannelKind Channel { get; set; }
    public string Language { get; set; } = "";
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset FinishedAt { get; set; }

    /// <summary>The survey it was asked in, with names.</summary>
    public SurveyId? SurveyId { get; set; }

    /// <summary>Right answers, where the form says which are.</summary>
    public int? Score { get; set; }

    /// <summary>Answers by question name as JSON; null once the person was erased.</summary>
    [Personal] public string? Answers { get; set; }
}
