namespace GrantBot.Domain.People;

/// <summary>A role and for what it holds.</summary>
public readonly record struct StaffGrant(StaffRole Role, StaffScope Scope);

/// <summary>What a chat may do: all its roles together. Roles allow more or less, never forbid.</summary>
/// <param name="Grants">Its roles; empty = not a staff member.</param>
public sealed record StaffAccess(IReadOnlyList<StaffGrant> Grants)
{
    /// <summary>A stranger.</summary>
    public static StaffAccess None { get; } = new([]);

    /// <summary>Whether there is any role.</summary>
    public bool IsStaff => Grants.Count > 0;

    /// <summary>Whether a right holds everywhere.</summary>
    public bool May(Right right) => Grants.Any(g => g.Scope.IsAll && Allows(g.Role, right));

    /// <summary>Whether a right holds for an event.</summary>
    /// <param name="right">The right.</param>
    /// <param name="id">The event.</param>
    /// <param name="project">Code of its project; "" = it names none.</param>
    public bool May(Right right, EventId id, string project) => Grants.Any(g => g.Scope.Covers(id, project) && Allows(g.Role, right));

    /// <summary>Whether a right holds for a whole project.</summary>
    public bool MayIn(Right right, string project) => Grants.Any(g => (g.Scope.IsAll || (g.Scope.Project is { Length: > 0 } own && string.Equals(own, project, StringComparison.OrdinalIgnoreCase))) && Allows(g.Role, right));

    /// <summary>Whether a right holds anywhere at all.</summary>
    public bool MaySome(Right right) => Grants.Any(g => Allows(g.Role, right));

    /// <summary>Whether a role brings a right.</summary>
    public static bool Allows(StaffRole role, Right right) => role switch
    {
        StaffRole.Owner => true,
        StaffRole.Organiser => right is not Right.Own,
        StaffRole.Consultant => right is Right.Count or Right.Advise,
        StaffRole.Desk => right is Right.Count or Right.CheckIn,
        StaffRole.Viewer => right is Right.Count,
        _ => false,
    };
}
