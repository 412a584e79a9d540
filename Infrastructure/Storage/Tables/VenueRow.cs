namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>A place where events are held.</summary>
internal sealed class VenueRow
{
    public Guid Id { get; set; }
    public string NameKk { get; set; } = "";
    public string NameRu { get; set; } = "";
    public string NameEn { get; set; } = "";
    public string Address { get; set; } = "";

    /// <summary>Code of its city or district.</summary>
    public string Territory { get; set; } = "";

    /// <summary>How many people fit; null = nobody said.</summary>
    public int? Fits { get; set; }
}
