using System.Text.RegularExpressions;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.League;

/// <summary>A team of invented people: its captain registers it and passes the code on, everybody confirms in a chat of their own, one of them with a parent.</summary>
internal sealed partial class LeagueTeam(LeagueWorld world, int number, string territory, int size)
{
    private static readonly string[] Surnames = ["Әлиев", "Серіков", "Оспан", "Қасымов", "Ғаббас", "Нұрлан", "Өтеген", "Үсен", "Іңкәр"];

    private static readonly string[] Labels = ["Ақтау қаласы", "Жаңаөзен қаласы", "Бейнеу ауданы", "Қарақия ауданы", "Маңғыстау ауданы", "Мұнайлы ауданы", "Түпқараған ауданы"];

    public string Name { get; } = $"Қыран {number}";
    public string Territory { get; } = territory;
    public Talker Captain { get; } = world.Newcomer();

    /// <summary>Everybody registers; the team is complete at the end.</summary>
    public async Task RegisterAsync()
    {
        var code = await FoundAsync();
        for (var member = 2; member <= size; member++) await JoinAsync(world.Newcomer(), code, member);
    }

    private string Label => Labels[Array.IndexOf(LeagueWorld.Territories, Territory)];

    private async Task<string> FoundAsync()
    {
        await Captain.OpenAsync("ev_l" + Territory);
        var founder = Person(1, new() { ["role"] = "Капитан", ["team"] = Name, ["size"] = $"{size}" }, new()
        {
            ["m_surname"] = Each(Surname), ["m_given"] = Each(Given), ["m_phone"] = Each(Phone), ["m_captain"] = Each(m => m == 1 ? "Иә" : "Жоқ"),
        });
        await founder.GoOnAsync(world.Bot, Captain);
        var code = Code().Match(string.Join("\n", founder.Heard)).Groups["code"].Value;
        code.Length.ShouldBe(6);
        return code;
    }

    private async Task JoinAsync(Talker talker, string code, int member)
    {
        await talker.OpenAsync("t_" + code);
        var end = string.Join("\n", (await Person(member).GoOnAsync(world.Bot, talker)).Select(s => s.Text));
        if (member != size || number > LeagueWorld.Territories.Length) return;
        var guardian = world.Newcomer(); // the last member of the first teams is 15
        await guardian.OpenAsync(GuardianCode().Match(end) is { Success: true } link ? link.Value : throw new InvalidOperationException(end));
        await new Registrant("kk") { Answers = new Dictionary<string, string>() }.GoOnAsync(world.Bot, guardian);
    }

    private Registrant Person(int member, Dictionary<string, string>? more = null, Dictionary<string, Queue<string>>? lists = null) => new("kk")
    {
        Answers = new Dictionary<string, string>(more ?? [])
        {
            ["birth"] = member == size && number <= LeagueWorld.Territories.Length ? "05.03.2011" : $"{member:00}.04.2002", ["territory"] = Label, ["status"] = "Жұмыс істемеймін",
            ["guardian_name"] = "Әлиева Айгүл", ["guardian_phone"] = $"+7702{number:000}{member:0000}", ["remind"] = "Иә",
        },
        Lists = lists ?? [],
        Presses = ["btn.team", "btn.yes", "btn.start", "btn.agree", "btn.ok"],
        Named = $"{Given(member)} {Surname(member)[0]}",
    };

    private Queue<string> Each(Func<int, string> what) => new(Enumerable.Range(1, size).Select(what));

    private string Surname(int member) => Surnames[member - 1];

    private string Given(int member) => "Дана" + (char)('а' + number) + (char)('а' + member);

    private string Phone(int member) => $"+7701{number:000}{member:0000}";

    [GeneratedRegex("(t_|: )(?<code>[A-Z2-9]{6})\\b", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    [GeneratedRegex("g_[A-Z2-9]{12}", RegexOptions.NonBacktracking)]
    private static partial Regex GuardianCode();
}
