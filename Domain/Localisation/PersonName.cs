namespace GrantBot.Domain.Localisation;

/// <summary>Names as forms and lists write them in Kazakhstan: surname, given name, patronymic if any (тегі, аты, әкесінің аты).</summary>
public static class PersonName
{
    /// <summary>The full name; absent parts leave no gap. Empty when all are absent.</summary>
    public static string Full(string? surname, string? given, string? patronymic) =>
        string.Join(' ', new[] { surname, given, patronymic }.Where(p => !string.IsNullOrWhiteSpace(p)).Select(p => p!.Trim()));
}
