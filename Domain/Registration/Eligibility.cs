using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration.Seats;

namespace GrantBot.Domain.Registration;

/// <summary>Who may register. Ages count in full years on the day of the event.</summary>
public static class Eligibility
{
    /// <summary>Below this age a guardian has to agree (4-law-and-places.md 4.2).</summary>
    public const int AdultAge = 18;

    /// <summary>How long a minor's registration waits for a guardian, by link or on paper; then what was entered is erased and the seat is free.</summary>
    public static readonly TimeSpan GuardianTime = TimeSpan.FromHours(72);

    /// <summary>Full years on a day; somebody born on 29 February grows older on 1 March.</summary>
    public static int Age(DateOnly birth, DateOnly on) => on.Year - birth.Year - (on.Month < birth.Month || (on.Month == birth.Month && on.Day < birth.Day) ? 1 : 0);

    /// <summary>Whether an age fits an event's limits.</summary>
    public static bool AgeFits(EventInfo e, int age) => age >= (e.MinAge ?? 0) && age <= (e.MaxAge ?? int.MaxValue);

    /// <summary>Refuses somebody whose age, territory or group does not fit, as soon as the answers show it; a human may have admitted them.</summary>
    internal static bool Refuses(Script script, EventInfo e, FormSession form, bool complete = false)
    {
        if (Reason(script, e, form, complete) is not { } reason || Reviews.Admits(script, e.Id, reason.About)) return false;
        RefusalDialog.Refuse(script, e, reason.About, reason.Detail);
        return true;
    }

    /// <summary>Why the answers so far do not fit the event, in words for staff; null when they do.</summary>
    internal static string? Refusal(Script script, EventInfo e, FormSession form) => Reason(script, e, form, complete: false) is { } reason ? RefusalDialog.Words(script, e, reason.About) : null;

    private static (RefusalKind About, string Detail)? Reason(Script script, EventInfo e, FormSession form, bool complete) => 0 switch
    {
        _ when Age(script, e, form) is { } age && !AgeFits(e, age) => (RefusalKind.Age, age.ToString(CultureInfo.InvariantCulture)),
        _ when e.Territories.Count > 0 && form.Value("territory") is { Length: > 0 } territory && !e.Territories.Contains(territory) => (RefusalKind.Territory, territory),
        _ when complete && e.Quotas.Count > 0 && Quota.Of(e.Quotas, form.Value) is null => (RefusalKind.Quota, ""),
        _ => null,
    };

    /// <summary>The registration the chat's person already holds for the event.</summary>
    internal static KnownRegistration? Existing(Script script, EventInfo e) => script.Person?.Registrations.FirstOrDefault(r => r.Event == e.Id);

    /// <summary>The age of the person being registered, once the birth date is known.</summary>
    internal static int? Age(Script script, EventInfo e, FormSession form) =>
        form.Value("birth") is { } birth && DateOnly.TryParseExact(birth, "yyyy-MM-dd", out var date)
            ? Age(date, DateOnly.FromDateTime(script.Local(e.StartsAt).DateTime)) : null;
}
