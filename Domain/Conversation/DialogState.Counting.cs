using System.Text.Json.Serialization;
using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Conversation;

/// <summary>Staff ask for counts in their own words.</summary>
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(AskedBack), "askedback")]
[JsonDerivedType(typeof(Indicators), "indicators")]
public abstract partial record DialogState
{
    /// <summary>A question was answered; what is said next may change a part of it.</summary>
    public sealed record Asked(CountQuestion Question) : DialogState;

    /// <summary>A question was not clear, and its readings are offered.</summary>
    /// <param name="Readings">The questions in the order of the choices.</param>
    public sealed record AskedBack(IReadOnlyList<CountQuestion> Readings) : DialogState;

    /// <summary>The list of indicators, each with how it is counted.</summary>
    /// <param name="Group">The group that is open; null = the list of groups.</param>
    public sealed record Indicators(string? Group = null) : DialogState;
}
