using System.Text.RegularExpressions;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Given;

/// <summary>
/// Somebody who registers without a slip, so that a script or a big run need not spell out every question: answers whatever the bot asks
/// (language, card, consent, the registration form, the summary) until something else is said.
/// </summary>
internal sealed partial class Registrant(string language)
{
    private const int MostSteps = 120;
    private static readonly Texts Words = Locales.Shipped;
    private static readonly Form Form = Shipped("registration.xlsx"), TeamForm = Shipped("team.xlsx");

    /// <summary>Answers by question name; what is not here is skipped, or answered with the first choice.</summary>
    public required IReadOnlyDictionary<string, string> Answers { get; init; }

    /// <summary>Answers to a question that is asked several times, in order: members of a team.</summary>
    public IReadOnlyDictionary<string, Queue<string>> Lists { get; init; } = new Dictionary<string, Queue<string>>(StringComparer.Ordinal);

    /// <summary>What to press on cards and questions of the conversation around the form, keys of texts in the order of liking.</summary>
    public IReadOnlyList<string> Presses { get; init; } = ["btn.register", "btn.queue", "btn.agree", "btn.anew", "btn.ok"];

    /// <summary>How long they take for each answer.</summary>
    public TimeSpan Thinks { get; init; }

    /// <summary>Everything the bot said on the way.</summary>
    public List<string> Heard { get; } = [];

    /// <summary>How the choice begins that stands for themselves among the members of a team; null = there is none to choose.</summary>
    public string? Named { get; init; }

    /// <summary>Answers from an example: surname, given name, birth date, then question=answer.</summary>
    public static Registrant Of(string language, IReadOnlyList<string> said, TimeSpan thinks = default)
    {
        var answers = new Dictionary<string, string>(StringComparer.Ordinal) { ["surname"] = said[0], ["given"] = said[1], ["birth"] = said[2] };
        foreach (var pair in said.Skip(3).Select(p => p.Split('='))) answers[pair[0]] = pair[1].Replace('_', ' ');
        return new Registrant(language) { Answers = answers, Thinks = thinks };
    }

    /// <summary>Goes on from what is open; gives what the bot said at the end.</summary>
    /// <param name="bot">The program.</param>
    /// <param name="person">Who fills in.</param>
    /// <param name="last">What they saw last, where that is to be answered; null = what comes next.</param>
    public async Task<IReadOnlyList<Seen>> GoOnAsync(LivingBot bot, Talker person, Seen? last = null)
    {
        var asked = "";
        for (var step = 0; step < MostSteps; step++)
        {
            await bot.DrainAsync();
            IReadOnlyList<Seen> seen = step == 0 && last is not null ? [last] : await person.ReadAsync();
            Heard.AddRange(seen.Select(s => s.Text));
            if (seen.Count == 0 || Reply(seen[^1]) is not { } reply) return seen;
            asked = $"{seen[^1].Text} [{string.Join(", ", seen[^1].Choices)}] > {reply}";
            bot.Go(Thinks);
            await person.SayAsync(reply);
        }
        throw new InvalidOperationException("The form does not end; the last question was: " + asked);
    }

    /// <summary>What is answered to a message; null = it is none of what is asked on the way.</summary>
    private string? Reply(Seen seen)
    {
        if (seen.Choices.Contains(Words["menu.mine", language])) return null;
        if (seen.Text.Contains(Piece(Words["lang.ask", language]), StringComparison.Ordinal)) return language switch { "ru" => "Русский", "en" => "English", _ => "Қазақша" };
        if (seen.Text.Contains(Piece(Words["check", language]), StringComparison.Ordinal)) return Words["btn.ok", language];
        if (seen.Text.Contains(Words["q.phone.type", language], StringComparison.Ordinal) || seen.Text.Contains(Words["walkin.phone", language], StringComparison.Ordinal)) return Answer("phone", seen);
        if (seen.Text.Contains(Piece(Words["walkin.name", language]), StringComparison.Ordinal)) return $"{Answers["surname"]} {Answers["given"]}";
        foreach (var question in Form.Questions.Where(q => q.Asked).Concat(Lists.Count == 0 ? [] : TeamForm.Questions.Where(q => q.Asked).OrderByDescending(q => q.Label!.In(language).Length)))
            if (seen.Text.Contains(Piece(question.Label!.In(language)), StringComparison.Ordinal)) return Answer(question.Name, seen);
        if (Named is { } me && seen.Choices.FirstOrDefault(c => c.StartsWith(me, StringComparison.Ordinal)) is { } mine) return mine;
        return Presses.Select(k => Words[k, language]).FirstOrDefault(label => seen.Choices.Contains(label));
    }

    private string Answer(string question, Seen seen)
    {
        if (Lists.TryGetValue(question, out var list) && list.TryDequeue(out var next)) return next;
        if (Answers.TryGetValue(question, out var answer)) return answer;
        var skip = Words["btn.skip", language];
        if (question == "phone") return seen.Choices.FirstOrDefault(c => c.StartsWith('+')) ?? Phone();
        return seen.Choices.Contains(skip) ? skip : seen.Choices.Count > 0 ? seen.Choices[0] : throw new InvalidOperationException($"No answer to {question} was given");
    }

    /// <summary>A number of their own, by their name.</summary>
    private string Phone() => "+7701" + (Answers["surname"] + Answers["given"]).Aggregate(17, (sum, c) => ((sum * 31) + c) % 9_999_991).ToString("0000000", System.Globalization.CultureInfo.InvariantCulture);

    private static Form Shipped(string name) => FormWorkbook.Read(File.ReadAllBytes(Path.Combine(ContentLoader.Folder, "Forms", name))).Form!;

    private static string Piece(string text) => Placeholder().Split(text).MaxBy(p => p.Trim().Length)!.Trim();

    [GeneratedRegex(@"\{[a-z_]+\}|\$\{[a-z_]+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Placeholder();
}
