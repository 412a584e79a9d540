using System.Globalization;
using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Consultations;

/// <summary>Answers that were kept, offered where they fit the question. None is sent by itself: the adviser reads it whole and decides.</summary>
internal static class CannedAnswers
{
    private const string Mark = "canned.";
    private const int Shown = 90;

    /// <summary>Lists what fits and gives a choice for each.</summary>
    public static IReadOnlyList<Option> Offer(Script script, KnownConsultation c)
    {
        if (Fitting(script, c) is not { Count: > 0 } found) return [];
        script.Tell("c.canned", ("list", string.Join("\n", found.Select((a, i) => $"{i + 1}. {Short(a.In(Language(c)))}"))));
        return [.. found.Select((a, i) => new Option(Mark + a.Id.ToString(CultureInfo.InvariantCulture), script.Text("btn.c.canned", ("n", i + 1))))];
    }

    /// <summary>The answer a choice stands for; null when it is none.</summary>
    public static long? Chosen(string? id) =>
        id is not null && id.StartsWith(Mark, StringComparison.Ordinal) && long.TryParse(id.AsSpan(Mark.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Shows an answer whole, to be sent or not.</summary>
    public static void Show(Script script, KnownConsultation c, long id)
    {
        if (Find(script, c, id) is not { } answer) { script.Goto(new DialogState.Advising(c.Number)); return; }
        script.Ask(script.Text("c.canned.one", ("text", answer.In(Language(c)))), [script.Choice("btn.c.send"), script.Choice("btn.back"), script.Choice("btn.c.drop")]);
    }

    /// <summary>Sends it, has it dropped for good, or goes back.</summary>
    public static void Take(Script script, KnownConsultation c, long id, Heard heard)
    {
        var answer = Find(script, c, id);
        switch (heard.Id)
        {
            case "btn.c.send" when answer is not null: AdvisingDialog.Pass(script, c, answer.In(Language(c)), null); break;
            case "btn.c.drop" when answer is not null:
                script.Record(new Fact.AnswerDropped(id));
                script.Tell("c.dropped");
                break;
            case "btn.back": break;
            default: script.Tell("unknown"); script.AskAgain(); return;
        }
        script.Goto(new DialogState.Advising(c.Number));
    }

    private static List<KnownAnswer> Fitting(Script script, KnownConsultation c)
    {
        var dropped = script.Recorded.OfType<Fact.AnswerDropped>().Select(d => d.Answer).ToHashSet();
        return c.Sheet[ConsultationSheet.Question] is { } question ? [.. script.Know(new Need.FittingAnswers(question)).Where(a => !dropped.Contains(a.Id))] : [];
    }

    private static KnownAnswer? Find(Script script, KnownConsultation c, long id) => Fitting(script, c).Find(a => a.Id == id);

    private static string Language(KnownConsultation c) => c.Sheet[ConsultationSheet.Language] ?? c.ChatLanguage;

    private static string Short(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        return line.Length <= Shown ? line : line[..(char.IsHighSurrogate(line[Shown - 1]) ? Shown - 1 : Shown)] + "…";
    }
}
