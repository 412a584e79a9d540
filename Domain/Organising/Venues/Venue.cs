using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Venues;

/// <summary>A place where events are held (өтетін орын, площадка), kept so that it is typed once.</summary>
/// <param name="Name">Name by language, as people know it.</param>
/// <param name="Address">Street and house, or how to find it; "" = the name says it.</param>
/// <param name="Territory">Code of its city or district (form venue, list "territory").</param>
/// <param name="Fits">How many people fit; null = nobody said.</param>
public sealed record Venue(Localised Name, string Address, string Territory, int? Fits)
{
    /// <summary>What people of an event read as its place.</summary>
    public Localised Place => new(With(Name.Kk), With(Name.Ru), With(Name.En));

    private string With(string name) => name.Length == 0 || Address.Length == 0 ? name : $"{name}, {Address}";
}

/// <summary>A venue as staff see it.</summary>
public sealed record KnownVenue(Guid Id, Venue What);
