namespace GrantBot.Tests.Pipeline;

/// <summary>What a person says from the first word to the registration number.</summary>
internal static class Registering
{
    /// <summary>From the start to the menu.</summary>
    public static readonly IReadOnlyList<string> Greeting = ["/start", "Қазақша"];

    /// <summary>From the menu to the summary.</summary>
    public static IReadOnlyList<string> Form(string phone = "+7 700 000 00 00", string surname = "Әлиева", string given = "Сана") =>
    [
        "/start ev_open", "Тіркелу", "Келісемін", surname, given, "Нұрланқызы", "20.03.1996", "Әйел", "Ақтау қаласы", "Бизнес өкілі",
        "Өткізіп жіберу", "Пандус керек", phone, "Иә", "Жоқ",
    ];

    public const string Confirm = "Бәрі дұрыс";

    public static IReadOnlyList<string> Everything(string phone = "+7 700 000 00 00") => [.. Greeting, .. Form(phone), Confirm];
}
