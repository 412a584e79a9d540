using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Participation;

/// <summary>An indicator of registrations and visits: which of them it counts, and what they are a part of.</summary>
public abstract class ParticipationIndicator : IIndicator
{
    /// <inheritdoc/>
    public abstract string Key { get; }

    /// <summary>By what a question asks for it.</summary>
    public abstract Measure AskedAs { get; }

    Measure? IIndicator.AskedAs => AskedAs;

    /// <inheritdoc/>
    public virtual CountUnit Unit => CountUnit.Registration;

    /// <inheritdoc/>
    public virtual string? Numerator => null;

    /// <inheritdoc/>
    public virtual string? Denominator => Part switch { CountOf.Registered => "ind.registered", CountOf.Confirmed => "ind.confirmed", CountOf.Ever => "ind.ever", _ => null };

    /// <inheritdoc/>
    public virtual string Exclusions => "ind.excl.cancelled";

    /// <inheritdoc/>
    public virtual string Missing => IsOfAttendance ? "ind.miss.unmarked" : "ind.miss.narrowed";

    /// <summary>What it is a part of when a question narrows it by nothing.</summary>
    public abstract CountOf Part { get; }

    /// <summary>Its days are those of visits and events, not of registering.</summary>
    public virtual bool IsOfAttendance => false;

    /// <summary>Whether a registration in this state is counted; for a share, whether it stands above the line.</summary>
    public abstract bool IsAbove(RegistrationStatus status);

    /// <summary>Whether a registration in this state is of those the number is a part of.</summary>
    public bool IsBelow(RegistrationStatus status) => Part switch
    {
        CountOf.Registered => Stands(status),
        CountOf.Confirmed => status.IsConfirmed(),
        CountOf.Ever => true,
        _ => false,
    };

    /// <summary>The figure over all registrations.</summary>
    public Figure Measure(RegistrationSet set)
    {
        int Count(Func<RegistrationStatus, bool> isOfThese) => set.Active.CountOf(isOfThese) + set.Gone.CountOf(isOfThese);
        return Unit switch
        {
            CountUnit.Percent => new Figure.Share(Count(IsAbove), Count(IsBelow)),
            CountUnit.Person => new Figure.Count((IsOfAttendance ? set.WhoCame : set)?.People.Count ?? 0),
            _ => new Figure.Count(Count(IsAbove)),
        };
    }

    /// <summary>Not cancelled.</summary>
    private protected static bool Stands(RegistrationStatus status) => status is not RegistrationStatus.Cancelled;
}
