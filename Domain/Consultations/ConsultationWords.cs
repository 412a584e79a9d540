using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Consultations;

/// <summary>How requests for advice are told.</summary>
public static class ConsultationWords
{
    /// <summary>A choice of the form in words; a name that no list has stays as it is.</summary>
    /// <param name="form">The form; null = not published any more.</param>
    /// <param name="list">The list: "topics", "how", "langs".</param>
    /// <param name="name">The choice.</param>
    /// <param name="language">The reader's language.</param>
    public static string Choice(Form? form, string list, string name, string language) =>
        form?.Lists.GetValueOrDefault(list)?.Find(name)?.Label.In(language) ?? name;

    /// <summary>What the request is about: the topic chosen, or the one typed.</summary>
    public static string Topic(Form? form, ConsultationSheet sheet, string language) =>
        sheet[ConsultationSheet.TopicOther] is { } own && sheet[ConsultationSheet.Topic] == "other" ? own : Choice(form, "topics", sheet[ConsultationSheet.Topic] ?? "", language);

    /// <summary>The number as people write it; a dash when there is none.</summary>
    public static string Phone(ConsultationSheet sheet) => sheet[ConsultationSheet.Phone] is { } phone ? PhoneType.Show(phone) : "–";

    /// <summary>The form in force.</summary>
    internal static Form? Form(Script script) => script.Context.Forms.Find(ConsultationSheet.FormId);

    /// <summary>What the request is about, in the chat's language.</summary>
    internal static string Topic(Script script, KnownConsultation c) => Topic(Form(script), c.Sheet, script.Language);

    /// <summary>The request without a name, for everybody who may take it.</summary>
    internal static string Card(Script script, KnownConsultation c, string head) =>
        CardOf(script, c, script.Text(head, ("no", c.Number)));

    /// <summary>The request without a name, below a line that says how it stands.</summary>
    internal static string CardOf(Script script, KnownConsultation c, string head) =>
        script.Text("c.card", ("head", head), ("topic", Topic(script, c)), ("question", c.Sheet[ConsultationSheet.Question] ?? "–"), ("how", How(script, c)), ("where", Where(script, c)));

    /// <summary>The request with who made it, for its owner.</summary>
    internal static string Detail(Script script, KnownConsultation c) => script.Text("c.detail", ("name", c.Sheet[ConsultationSheet.FullName] ?? "–"), ("phone", Phone(c.Sheet)),
        ("place", c.Sheet[ConsultationSheet.Place] ?? "–"), ("topic", Topic(script, c)), ("question", c.Sheet[ConsultationSheet.Question] ?? "–"), ("how", How(script, c)), ("where", Where(script, c)));

    /// <summary>When staff are at work: "дс–жм 09:00–18:00".</summary>
    internal static string Hours(Script script) => string.Join(", ", script.Context.Consultations.Hours.Spans().Select(s =>
        $"{Day(script, s.First)}{(s.First == s.Last ? "" : "–" + Day(script, s.Last))} {Dates.Range(s.From, s.To)}"));

    /// <summary>Says that nobody is at work and when somebody will be; nothing while somebody is.</summary>
    internal static bool TellAbsence(Script script)
    {
        var now = script.Local(script.Context.Now);
        if (script.Context.Consultations.Hours.IsOpen(now)) return false;
        script.Tell("c.off", ("hours", Hours(script)), ("time", Dates.Moment(script.Context.Consultations.Hours.Next(now))));
        return true;
    }

    /// <summary>How long staff may still write freely to a person on WhatsApp; nothing on other channels.</summary>
    internal static void TellWindow(Script script, KnownConsultation c)
    {
        if (Window(script, c) is not { } left) return;
        if (left > TimeSpan.Zero) script.Tell("c.window", ("h", (int)left.TotalHours), ("m", left.Minutes.ToString("00", CultureInfo.InvariantCulture)));
        else TellOver(script, c);
    }

    /// <summary>Says that the person has to write first, or was asked to already; false where no approved template asks them to, so that nothing can reach them.</summary>
    internal static bool TellOver(Script script, KnownConsultation c)
    {
        var asks = script.Context.Consultations.AsksBack.Contains(c.ChatLanguage);
        if (c.AskedBackAt is { } at) script.Tell("c.window.asked", ("time", Dates.Moment(script.Local(at))), ("phone", Phone(c.Sheet)));
        else if (asks) script.Tell("c.window.over");
        else script.Tell("c.window.lost", ("phone", Phone(c.Sheet)));
        return asks || c.AskedBackAt is not null;
    }

    /// <summary>How much of WhatsApp's window is left; null on other channels.</summary>
    internal static TimeSpan? Window(Script script, KnownConsultation c) =>
        c is { Channel: ChannelKind.WhatsApp, HeardAt: { } heard } ? ConsultationTimes.WhatsAppWindow - (script.Context.Now - heard) : null;

    /// <summary>What colleagues call the owner: the name, or the number under which the list of staff has them.</summary>
    internal static string Owner(Script script, KnownConsultation c) =>
        c.Adviser.Length > 0 || c.Owner is not { } owner ? c.Adviser : Organising.Colleagues.ColleagueWords.Name(script, script.Know(new Need.Colleagues()), owner);

    /// <summary>Who of the staff said it, as colleagues call them.</summary>
    internal static string Sayer(Script script, KnownLine line) =>
        line.Adviser.Length > 0 ? line.Adviser : line.SaidBy is { } by ? Organising.Colleagues.ColleagueWords.Name(script, script.Know(new Need.Colleagues()), by) : script.Text("c.specialist");

    private static string How(Script script, KnownConsultation c)
    {
        var how = Choice(Form(script), "how", c.Sheet[ConsultationSheet.How] ?? ConsultationSheet.InChat, script.Language);
        return c.Sheet[ConsultationSheet.When] is { } when ? $"{how}, {when}" : how;
    }

    private static string Where(Script script, KnownConsultation c) =>
        $"{Choice(Form(script), "langs", c.Sheet[ConsultationSheet.Language] ?? "kk", script.Language)}, {script.Text("channel." + c.Channel.ToString().ToLowerInvariant())}";

    private static string Day(Script script, int day) => script.Text("c.day." + (day + 1).ToString(CultureInfo.InvariantCulture));
}
