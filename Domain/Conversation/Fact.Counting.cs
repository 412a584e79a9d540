using System.Text.Json.Serialization;
using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Domain.Conversation;

/// <summary>Staff ask for counts in their own words.</summary>
[JsonDerivedType(typeof(CountAsked), nameof(CountAsked))]
[JsonDerivedType(typeof(CountListAsked), nameof(CountListAsked))]
public abstract partial record Fact
{
    /// <summary>A staff member asked for a count, and it was understood.</summary>
    /// <param name="Question">What they asked.</param>
    /// <param name="Language">Language of the answer.</param>
    /// <param name="MayList">Their role may see the names behind the number.</param>
    public sealed record CountAsked(CountQuestion Question, string Language, bool MayList) : Fact;

    /// <summary>A staff member asked for the registrations behind a number, with names.</summary>
    public sealed record CountListAsked(CountQuestion Question, string Language) : Fact;
}
