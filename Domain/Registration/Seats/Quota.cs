namespace GrantBot.Domain.Registration.Seats;

/// <summary>Seats kept for a group of people, such as 50 for young specialists and 100 for youth (2-processes.md row 4).</summary>
/// <param name="Code">Short code, unique within the event.</param>
/// <param name="Title">What people read.</param>
/// <param name="Seats">How many.</param>
/// <param name="Question">Name of the question of the registration form that decides; null = everybody whom no earlier quota takes.</param>
/// <param name="Values">Answers that fall into it, by the names of their choices.</param>
public sealed record Quota(string Code, Programme.Localised Title, int Seats, string? Question = null, IReadOnlyList<string>? Values = null)
{
    /// <summary>The quota that answers fall into: the first that fits; null when none does.</summary>
    public static Quota? Of(IReadOnlyList<Quota> quotas, Func<string, string?> answer) =>
        quotas.FirstOrDefault(q => q.Question is not { } question || answer(question) is { Length: > 0 } given && q.Values?.Contains(given, StringComparer.Ordinal) == true);
}
