namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>What is decided once for a grant project.</summary>
internal sealed class ProjectRow
{
    /// <summary>Code of the project, as events name it; "" = all events.</summary>
    public string Code { get; set; } = "";

    /// <summary>Codes of social categories with spaces between, in the order in which they are decided.</summary>
    public string CategoryOrder { get; set; } = "";

    /// <summary>Why it was changed; "" = it never was.</summary>
    public string Reason { get; set; } = "";

    /// <summary>When it was frozen or changed.</summary>
    public DateTimeOffset At { get; set; }
}
