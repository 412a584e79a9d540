using System.Globalization;
using GrantBot.Domain.Localisation;

namespace GrantBot.Load.Walk;

/// <summary>Who person number i is: everything unlike anybody else's, so that a mix-up shows. Every third is a minor.</summary>
internal sealed class Identity
{
    private static readonly string[] GivenNames = ["Сана", "Дана", "Ерлан", "Anna", "Марат", "Әсел"];
    private static readonly string[] Letters = ["а", "е", "и", "о", "у", "ы", "я", "ба", "да", "ка"];

    private readonly Dictionary<string, string> typed;

    public Identity(int index)
    {
        Index = index;
        Language = Texts.Languages[index % Texts.Languages.Count];
        IsMinor = index % 3 == 1;
        Birth = new DateOnly(IsMinor ? 2010 : 1970 + index % 30, 1, 1).AddDays(index % 360);
        typed = new(StringComparer.Ordinal)
        {
            ["surname"] = "Тест" + string.Concat(index.ToString(CultureInfo.InvariantCulture).Select(d => Letters[d - '0'])),
            ["given"] = GivenNames[index % GivenNames.Length],
            ["patronymic"] = "Әлібекқызы",
            ["birth"] = Birth.ToString("dd.MM.yyyy", CultureInfo.InvariantCulture),
            ["guardian_name"] = "Әлиева Гүлнар",
            ["guardian_phone"] = "+7 700 000 00 00",
            ["phone"] = "+7701" + (1_000_000 + index).ToString(CultureInfo.InvariantCulture),
            ["grade"] = "9А",
            ["territory_other"] = "Атырау",
        };
    }

    public int Index { get; }
    public string Language { get; }
    public bool IsMinor { get; }
    public DateOnly Birth { get; }

    /// <summary>Half of the people come by a poster's link, the others through the menu.</summary>
    public string? Code => Index % 2 == 0 ? null : "ev_camp";

    /// <summary>What the person types as the answer to a question.</summary>
    public string Typed(string question) => typed.GetValueOrDefault(question, "№ 22 мектеп");

    /// <summary>What the bot must store for a typed answer.</summary>
    public string Stored(string question) => question switch
    {
        "birth" => Birth.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "guardian_phone" => "+77000000000",
        _ => Typed(question),
    };
}
