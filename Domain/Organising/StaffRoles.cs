using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising;

/// <summary>The words by which an owner names a role.</summary>
internal static class StaffRoles
{
    private static readonly (StaffRole Role, string[] Words)[] Table =
    [
        (StaffRole.Viewer, ["viewer", "көруші", "зритель", "наблюдатель"]),
        (StaffRole.Desk, ["desk", "үстел", "тіркеуші", "стойка", "регистратор", "operator", "оператор"]),
        (StaffRole.Consultant, ["consultant", "кеңесші", "консультант"]),
        (StaffRole.Organiser, ["organiser", "organizer", "ұйымдастырушы", "организатор", "manager", "менеджер"]),
        (StaffRole.Owner, ["owner", "ие", "бот иесі", "владелец", "владелец бота"]),
    ];

    /// <summary>The role a word names; null when none.</summary>
    public static StaffRole? Find(string word)
    {
        var folded = Fold.Text(word);
        foreach (var (role, words) in Table)
            if (words.Any(w => Fold.Text(w) == folded)) return role;
        return null;
    }
}
