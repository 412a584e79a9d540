using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>What a measure counts, and what that is a part of when nothing else is asked.</summary>
/// <param name="IsAbove">States it counts.</param>
/// <param name="Below">States it is a part of; null = none.</param>
/// <param name="Part">The name of those.</param>
internal sealed record MeasureParts(Func<RegistrationStatus, bool> IsAbove, Func<RegistrationStatus, bool>? Below, CountOf Part)
{
    /// <summary>The parts of a measure of registrations.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is one of surveys.</exception>
    public static MeasureParts Of(Measure measure) => measure switch
    {
        Measure.Registered or Measure.UniquePeople => new(Stands, null, CountOf.Nothing),
        Measure.Confirmed or Measure.ConfirmedShare => new(RegistrationMoves.IsConfirmed, Stands, CountOf.Registered),
        Measure.Waitlisted => new(s => s is RegistrationStatus.Waitlisted or RegistrationStatus.Offered, Stands, CountOf.Registered),
        Measure.WaitingForConsent => new(s => s is RegistrationStatus.WaitingConsent, Stands, CountOf.Registered),
        Measure.Cancelled => new(s => s is RegistrationStatus.Cancelled, _ => true, CountOf.Ever),
        Measure.Attended or Measure.AttendedShare or Measure.UniqueAttended => new(s => s is RegistrationStatus.Attended, RegistrationMoves.IsConfirmed, CountOf.Confirmed),
        Measure.NoShow or Measure.NoShowRate => new(s => s is RegistrationStatus.NoShow, RegistrationMoves.IsConfirmed, CountOf.Confirmed),
        _ => throw new ArgumentOutOfRangeException(nameof(measure), measure, "a measure of surveys"),
    };

    /// <summary>What it is a part of.</summary>
    public bool IsBelow(RegistrationStatus status) => Below is not null && Below(status);

    private static bool Stands(RegistrationStatus status) => status is not RegistrationStatus.Cancelled;
}
