using System.Diagnostics;
using System.Text;
using GrantBot.Domain.Forms;

namespace GrantBot.Tests.Forms;

public sealed class SpeedTests
{
    [Fact]
    public void a_form_of_500_questions_opens_and_takes_an_answer_without_a_pause()
    {
        var sheet = new StringBuilder("| type | name | label | relevant | calculation |\n");
        for (var i = 0; i < 250; i++)
        {
            sheet.Append($"| integer | q{i} | Question {i}? | {(i == 0 ? "" : $"${{q{i - 1}}} < 1000")} | |\n");
            sheet.Append($"| calculate | c{i} | | | ${{q{i}}} + {i} |\n");
        }
        var form = Filling.Good(sheet.ToString());
        var progress = FormProgress.Begin(form, 1, Filling.Clock.Now);
        for (var i = 0; i < 100; i++) progress = Turn(form, progress, out _, out _);
        var (opens, answers) = (new List<double>(), new List<double>());
        for (var i = 0; i < 50; i++)
        {
            progress = Turn(form, progress, out var open, out var answer);
            opens.Add(open);
            answers.Add(answer);
        }
        opens.Order().ElementAt(25).ShouldBeLessThan(50);
        answers.Order().ElementAt(25).ShouldBeLessThan(1);
    }

    private static FormProgress Turn(Form form, FormProgress progress, out double open, out double answer)
    {
        var start = Stopwatch.GetTimestamp();
        var session = FormSession.Open(form, progress, Filling.Clock, Given.Locales.Shipped, "en");
        open = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        var next = session.Next!.Path;
        start = Stopwatch.GetTimestamp();
        session.Answer(next, "5").ShouldBeOfType<AnswerResult.Accepted>();
        answer = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return session.Progress;
    }
}
