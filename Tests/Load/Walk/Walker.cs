using System.Diagnostics;
using GrantBot.Domain.Forms;
using GrantBot.Load.Places;

namespace GrantBot.Load.Walk;

/// <summary>One person on the way to a registration: reads what the bot writes and answers each question once. Safe for several threads.</summary>
internal sealed class Walker(Identity self, Words words, Crowd crowd)
{
    private static readonly string[] EventTitles = ["Пікірсайыс лагері", "Дебатный лагерь", "Debate Camp"];
    private static readonly Dictionary<string, string> LanguageNames = new(StringComparer.Ordinal) { ["kk"] = "Қазақша", ["ru"] = "Русский", ["en"] = "English" };

    private readonly Lock gate = new();
    private readonly HashSet<string> answered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> given = new(StringComparer.Ordinal);
    private Action again = () => { };
    private string last = "";
    private long actedAt;
    private bool waits, finished;
    private int nudges;

    public Identity Self => self;

    /// <summary>What must be stored, by question.</summary>
    public IReadOnlyDictionary<string, string> Given => given;

    public bool Finished { get { lock (gate) return finished; } }

    public void Begin()
    {
        lock (gate) Act("greeting", () => crowd.Place.Greet(self.Index, self.Code));
    }

    public void Hear(Screen screen)
    {
        lock (gate)
        {
            if (words.IsFault(screen.Text)) crowd.Tally.Count(Met.Fault);
            if (words.IsLate(screen.Text)) crowd.Tally.Count(Met.Late);
            if (finished) return;
            if (words.IsDone(screen.Text)) { Finish(); crowd.Tally.Count(Met.Registered); return; }
            if (words.IsRefusal(screen.Text)) { crowd.Refused(last, screen.Text); return; }
            if (Step(screen) is not var (step, act)) return;
            if (answered.Contains(step))
            {
                if (step == last) { crowd.Tally.Count(Met.Repeated); return; } // the question just answered came once more; a person answers once
                crowd.Tally.Count(Met.WentBack);
            }
            if (waits) crowd.Took(Stopwatch.GetElapsedTime(actedAt));
            nudges = 0;
            Act(step, act);
        }
    }

    /// <summary>Says it again after a long silence, begins anew after two, gives up after four.</summary>
    public void Nudge(TimeSpan stall)
    {
        lock (gate)
        {
            if (finished || !waits || Stopwatch.GetElapsedTime(actedAt) < stall) return;
            switch (++nudges)
            {
                case <= 2: crowd.Tally.Count(Met.Nudge); Act(last, again); break;
                case <= 4: crowd.Tally.Count(Met.Restart); answered.Clear(); Act("greeting", () => crowd.Place.Say(self.Index, "/start ev_camp")); break;
                default: crowd.Lost(self.Index, last); Finish(); break;
            }
        }
    }

    private void Finish()
    {
        if (waits) crowd.Took(Stopwatch.GetElapsedTime(actedAt));
        (finished, waits) = (true, false);
        crowd.Place.Leave(self.Index);
        crowd.Finished();
    }

    private void Act(string step, Action act)
    {
        answered.Add(step);
        (last, again, waits, actedAt) = (step, act, true, Stopwatch.GetTimestamp());
        crowd.Acted();
        act();
    }

    /// <summary>The question on the screen and the answer; null when it asks nothing.</summary>
    private (string Step, Action Act)? Step(Screen screen)
    {
        if (Press(screen, "language", LanguageNames[self.Language]) is { } language) return language;
        if (Words.Find(screen, words["menu.lang"]) >= 0) return Press(screen, "menu", words["menu.events"]);
        if (Press(screen, "check", words["btn.ok"]) is { } check) return check;
        if (Press(screen, "consent", words["btn.agree"]) is { } consent) return consent;
        if (Press(screen, "card", words["btn.register"]) is { } card) return card;
        foreach (var title in EventTitles) if (Press(screen, "event", title) is { } e) return e;
        if (words.IsSummary(screen.Text) || words.Question(screen.Text) is not { } question) return null;
        return (question.Name, Answer(screen, question));
    }

    private (string, Action)? Press(Screen screen, string step, string label) =>
        Words.Find(screen, label) is >= 0 and var at ? (step, () => crowd.Place.Choose(screen, at)) : null;

    private Action Answer(Screen screen, Question question)
    {
        if (question.Choices is { } list) return Pick(screen, question.Name, list);
        if (question.Name is "needs" || (question.Name is "patronymic" && self.Index % 5 == 0))
            return Words.Find(screen, words["btn.skip"]) is >= 0 and var skip ? () => crowd.Place.Choose(screen, skip) : () => crowd.Place.Say(self.Index, words["btn.skip"]);
        given[question.Name] = self.Stored(question.Name);
        if (screen.AsksContact) return () => crowd.Place.ShareContact(self.Index, self.Typed(question.Name));
        return () => crowd.Place.Say(self.Index, self.Typed(question.Name));
    }

    private Action Pick(Screen screen, string name, ChoiceList list)
    {
        var offered = list.Choices.Where(IsNear).Select(c => (c.Name, At: Words.Find(screen, c.Label.In(words.Language)))).Where(c => c.At >= 0).ToList();
        if (offered.Count == 0) return () => crowd.Lost(self.Index, name + " without choices");
        var pick = offered[(self.Index * 7 + name.Length) % offered.Count];
        given[name] = pick.Name;
        return () => crowd.Place.Choose(screen, pick.At);
    }

    /// <summary>Schools of two towns may share a name; the one of the person's own town is meant.</summary>
    private bool IsNear(Choice choice) => !choice.Columns.TryGetValue("territory", out var town) || town.Length == 0 || town == given.GetValueOrDefault("territory");
}
