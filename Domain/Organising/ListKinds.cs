namespace GrantBot.Domain.Organising;

/// <summary>What the rows of a participant list stand together by.</summary>
public enum ListGrouping
{
    /// <summary>Nothing: one list by the Kazakh alphabet.</summary>
    None = 0,

    /// <summary>The team of a tournament.</summary>
    Team = 1,

    /// <summary>City or district.</summary>
    Territory = 2,
}

/// <summary>As what a participant list is made.</summary>
public enum ListFormat
{
    /// <summary>.xlsx with an empty signature column.</summary>
    Workbook = 0,

    /// <summary>.docx with an empty signature column.</summary>
    Document = 1,

    /// <summary>.docx of badges to cut out.</summary>
    Badges = 2,
}
