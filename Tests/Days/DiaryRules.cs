using System.Text.RegularExpressions;
using GrantBot.Domain.Localisation;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Days;

/// <summary>What holds of everything that anybody was shown on the day.</summary>
internal static partial class DiaryRules
{
    /// <summary>Shorter pieces stand in texts of several languages by chance.</summary>
    private const int LongEnough = 12;

    /// <summary>Between two of their own acts nobody is shown the same words within the same minute twice.</summary>
    public static void NobodyReadsTwice(Diary diary)
    {
        var twice = new List<string>();
        foreach (var chat in diary.Lines.Where(l => !l.InForm).GroupBy(l => l.Who))
        {
            var seen = new HashSet<(DateTimeOffset, string, string?)>();
            foreach (var line in chat)
            {
                if (line.Saw is null) seen.Clear();
                else if (!seen.Add((line.At.AddTicks(-(line.At.Ticks % TimeSpan.TicksPerMinute)), line.Saw.Text, line.Saw.File))) twice.Add($"{line.At:ddd HH:mm} {line.Who}: {line.Saw.Text}");
            }
        }
        twice.ShouldBeEmpty();
    }

    /// <summary>No sentence of the bot in a language that is not the reader's.</summary>
    public static void NobodyReadsAnotherLanguage(Diary diary)
    {
        var texts = Locales.Shipped;
        var pieces = Texts.Languages.ToDictionary(l => l, l => texts.Keys.Where(k => k != "lang.ask").SelectMany(k => Blank().Split(texts[k, l])).SelectMany(p => p.Split('\n')).Select(p => p.Trim()).Where(p => p.Length >= LongEnough).Distinct().ToList());
        var wrong = new List<string>();
        foreach (var readers in diary.Lines.Where(l => l.Saw is not null).GroupBy(l => l.Who.Language))
        {
            var own = string.Join('\n', pieces[readers.Key]);
            var foreign = Texts.Languages.Where(l => l != readers.Key).SelectMany(l => pieces[l]).Where(p => !own.Contains(p, StringComparison.Ordinal)).ToList();
            var shown = readers.GroupBy(l => l.Saw!.Text).Where(t => !t.Key.Contains(texts["lang.ask", "kk"], StringComparison.Ordinal)).ToList();
            wrong.AddRange(from text in shown from piece in foreign where text.Key.Contains(piece, StringComparison.Ordinal) select $"{text.First().Who} reads «{piece}» in: {text.Key}");
        }
        wrong.ShouldBeEmpty();
    }

    /// <summary>What was said is read by those it was said to, and by nobody else; the person it is for reads it once.</summary>
    public static void WordsStayBetweenTwo(Diary diary, IReadOnlyCollection<Reader> everybody, IEnumerable<Told> told)
    {
        foreach (var (words, readers, once) in told)
        {
            foreach (var one in everybody.Except(readers))
                diary.Shown(one).ShouldNotContain(s => s.Text.Contains(words, StringComparison.Ordinal), $"{one} reads what is not for them: {words}");
            if (once is not null) diary.Shown(once).Count(s => s.Text.Contains(words, StringComparison.Ordinal)).ShouldBe(1, $"{once} is to read once: {words}");
        }
    }

    [GeneratedRegex(@"\{\w+\}", RegexOptions.NonBacktracking)]
    private static partial Regex Blank();
}
