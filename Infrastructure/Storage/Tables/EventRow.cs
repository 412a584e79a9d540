using GrantBot.Domain;

namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>An event people register for.</summary>
internal sealed class EventRow
{
    public EventId Id { get; set; }

    /// <summary>Short Latin code for commands and deep links, such as "open2026".</summary>
    public string Code { get; set; } = "";

    public string TitleKk { get; set; } = "";
    public string TitleRu { get; set; } = "";
    public string TitleEn { get; set; } = "";
    public string PlaceKk { get; set; } = "";
    public string PlaceRu { get; set; } = "";
    public string PlaceEn { get; set; } = "";
    public DateTimeOffset StartsAt { get; set; }
    public DateTimeOffset ClosesAt { get; set; }
    public int? MinAge { get; set; }
    public int? MaxAge { get; set; }

    /// <summary>Seats; null = unlimited.</summary>
    public int? Capacity { get; set; }

    /// <summary>Registrations that hold a seat.</summary>
    public int Taken { get; set; }

    public string FormId { get; set; } = "reg_person";
    public bool AsksDisability { get; set; }
    public bool AsksVulnerable { get; set; }
    public bool Open { get; set; } = true;
}
