using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Organising.Counting;

/// <summary>
/// Staff ask how many, in words: the bot says how it understood, records the question, and the answer follows a moment later with buttons
/// that part it further. What is not clear is asked back about.
/// </summary>
internal sealed class CountDialog : IDialog
{
    private const int MostWords = 5;

    /// <summary>Answers a question for counts; false when the text is none, its writer no staff member, or something else is expected.</summary>
    public static bool TakeText(Script script, Heard heard)
    {
        if (!script.MaySome(Right.Count) || heard.Content is not Inbound.Text || heard.Choice is not null || script.ExpectsWords) return false;
        if (IndicatorsDialog.IsAsked(heard.Text)) { Explain(script); return true; }
        if (script.State.Dialog is not DialogState.Asked && EventSearch.Find(script.Events, heard.Text).Count > 0) return false; // a title, or a part of one
        switch (Read(script, heard.Text))
        {
            case CountReading.Understood understood: Answer(script, understood.Question); return true;
            case CountReading.Unclear unclear: AskBack(script, unclear); return true;
            default: return false;
        }
    }

    /// <summary>Whether a text is a question for counts, clear or not.</summary>
    public static bool IsQuestion(Script script, string text) => Read(script, text) is not CountReading.NotACount;

    /// <summary>Does what a button below an answer says; false when it parts or lists an answer that is not the last one.</summary>
    public static bool Press(Script script, string about)
    {
        if (about == CountButtons.Menu) { script.Goto(new DialogState.Menu()); return true; }
        if (about == CountButtons.How) { Explain(script); return true; }
        if (script.State.Dialog is not DialogState.Asked { Question: var question }) return false;
        if (about == CountButtons.List)
        {
            if (!CountScope.MayList(script, question)) return false;
            script.Record(new Fact.CountListAsked(question, script.Language));
            return true;
        }
        if (!Enum.TryParse<Dimension>(about, out var dimension) || !Enum.IsDefined(dimension)) return false;
        Answer(script, question.PartedBy(dimension));
        return true;
    }

    public void Open(Script script, DialogState dialog) => script.Goto(new DialogState.Menu());

    /// <summary>What is typed after an answer and is no question; or the reading meant.</summary>
    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!script.MaySome(Right.Count) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (dialog is DialogState.AskedBack back && int.TryParse(heard.Id, NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && chosen < back.Readings.Count) { Answer(script, back.Readings[chosen]); return; }
        script.Tell("ask.unknown");
        script.AskAgain();
    }

    private static void Answer(Script script, CountQuestion question)
    {
        if (CountScope.Of(script, question) is not { } allowed) { StaffCommands.Deny(script, Right.Count); return; }
        question = allowed;
        var mayList = CountScope.MayList(script, question);
        script.Say(new CountWords(script.Context.Texts, script.Language, World(script)).Sentence(question));
        script.Record(new Fact.CountAsked(question, script.Language, mayList));
        var buttons = CountButtons.Of(question, mayList, script.Context.Texts, script.Language);
        script.Remember(s => s with { Dialog = new DialogState.Asked(question), Asked = null, Told = new Reply.Message("") { Options = buttons } }); // the answer brings them; typed, they count too
    }

    /// <summary>Says how the last number was counted, with the buttons that stood below it; where there was none, offers all indicators.</summary>
    private static void Explain(Script script)
    {
        if (script.State.Dialog is not DialogState.Asked { Question: var question }) { IndicatorsDialog.Begin(script); return; }
        var texts = script.Context.Texts;
        script.Inform(new Reply.Message(IndicatorWords.Of(IndicatorCatalog.Of(question.Measure), texts, script.Language)) { Options = CountButtons.Of(question, CountScope.MayList(script, question), texts, script.Language) });
        script.Remember(s => s with { LastPress = null });
    }

    private static void AskBack(Script script, CountReading.Unclear unclear)
    {
        var words = new CountWords(script.Context.Texts, script.Language, World(script));
        var about = string.Join(", ", unclear.Words.Take(MostWords).Select(w => $"«{(w.Length > 40 ? w[..40] : w)}»"));
        var key = unclear.Why switch { UnclearWhy.Words => unclear.Choices switch { [] => "ask.words.none", [{ Part: CountPart.Rest }] => "ask.words.rest", _ => "ask.words" }, UnclearWhy.Several => about.Length > 0 ? "ask.several" : "ask.which", UnclearWhy.Dimensions => "ask.dimensions", _ => "ask.period" };
        List<Option> options = [.. unclear.Choices.Select((c, i) => new Option(i.ToString(CultureInfo.InvariantCulture), words.Label(c)))];
        script.Remember(s => s with { Dialog = new DialogState.AskedBack([.. unclear.Choices.Select(c => c.Question)]) });
        script.Ask(script.Text(key, ("words", about)), [.. options.DistinctBy(o => o.Label), script.Choice("btn.menu")]);
    }

    private static CountReading Read(Script script, string text) =>
        text.Length == 0 || text[0] == '/' ? new CountReading.NotACount() : CountReader.Read(text, World(script), (script.State.Dialog as DialogState.Asked)?.Question);

    /// <summary>What a question may speak of at this moment.</summary>
    public static AskingWorld World(Script script) => AskingWorld.Of(script.Events, script.Context.Forms, DateOnly.FromDateTime(script.Local(script.Context.Now).DateTime));
}
