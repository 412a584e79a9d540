using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>A person in front of a form: asked, answering, the progress written to JSON and read back before every step.</summary>
internal sealed class Filling
{
    public static readonly FormClock Clock = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.FromHours(5)), TimeZoneInfo.FindSystemTimeZoneById("Asia/Aqtau"));

    private readonly Form form;
    private readonly string language;
    private string stored;

    public Filling(Form form, string language = "en")
    {
        (this.form, this.language) = (form, language);
        stored = ToJson(FormProgress.Begin(form, seed: 7, Clock.Now));
        Do(s => s.TakeNotes());
    }

    public Filling(string markdown, string language = "en") : this(Good(markdown), language) { }

    public string Json => stored;

    /// <summary>Name of the question asked now; null when the form is complete.</summary>
    public string? Asks => Do(s => s.Next)?.Name;

    public QuestionView Question => Do(s => s.Next).ShouldNotBeNull();

    /// <summary>Answers the question asked now; gives the refusal, or null.</summary>
    public string? Says(string raw) => Do(s => s.Answer(s.Next!.Path, raw)) is AnswerResult.Refused refused ? refused.Message : null;

    public Filling Answers(params string[] all)
    {
        foreach (var raw in all) Says(raw).ShouldBeNull($"answer “{raw}”");
        return this;
    }

    public string? Skips() => Do(s => s.Skip(s.Next!.Path)) is AnswerResult.Refused refused ? refused.Message : null;

    public string? Value(string name) => Do(s => s.Value(name));

    public T Do<T>(Func<FormSession, T> step)
    {
        var session = FormSession.Open(form, FromJson(stored), Clock, Locales.Shipped, language);
        var result = step(session);
        stored = ToJson(session.Progress);
        session.Faults.ShouldBeEmpty();
        return result;
    }

    public void Do(Action<FormSession> step) => Do(s => { step(s); return 0; });

    public static Form Good(string markdown)
    {
        var reading = FormReader.Read(MarkdownSheets.Read(markdown));
        reading.Problems.Where(p => p.IsError).Select(p => p.Say(Locales.Shipped, "en")).ShouldBeEmpty();
        return reading.Form.ShouldNotBeNull();
    }

    private static string ToJson(FormProgress progress) => System.Text.Json.JsonSerializer.Serialize(progress, FormJson.Default.FormProgress);

    private static FormProgress FromJson(string json) => System.Text.Json.JsonSerializer.Deserialize(json, FormJson.Default.FormProgress)!;
}
