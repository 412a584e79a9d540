namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A grant project: what its contract promises, and what is decided once for it.</summary>
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

    /// <summary>Null = only its code is known, from events that name it.</summary>
    public string? TitleKk { get; set; }

    public string? TitleRu { get; set; }
    public string? TitleEn { get; set; }
    public string? Contract { get; set; }
    public DateOnly? StartsOn { get; set; }
    public DateOnly? EndsOn { get; set; }

    /// <summary>It is offered no more.</summary>
    public bool PutAway { get; set; }

    /// <summary>The grant operator.</summary>
    public string? Operator { get; set; }

    /// <summary>What the contract promises; null = it does not say, so below.</summary>
    public int? PlanParticipants { get; set; }

    public int? PlanEvents { get; set; }
    public int? PlanConsultations { get; set; }

    /// <summary>Percent.</summary>
    public int? PlanSatisfaction { get; set; }
}
