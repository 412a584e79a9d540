using System.Diagnostics;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Organising.Counting;
using GrantBot.Domain.People;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Organising.Surveys;

/// <summary>Staff put a form to people: an event's, everybody, or whoever follows a link.</summary>
internal sealed class SurveyMakingDialog : IDialog
{
    /// <summary>For how many days a survey may stay open, by button.</summary>
    public static readonly (string Key, int Days)[] Spans = [("btn.sv.days3", 3), ("btn.sv.days7", 7), ("btn.sv.days14", 14)];

    /// <summary>Forms of the program itself, which no survey asks.</summary>
    private static readonly string[] NoSurveys = [EventFields.FormId, "reg_team", "reg_person", "consult"];

    public void Open(Script script, DialogState dialog)
    {
        var making = (DialogState.SurveyMaking)dialog;
        if (!script.MaySome(Right.Organise)) { script.Goto(new DialogState.Menu()); return; }
        script.Stay(making);
        var draft = making.Draft;
        switch (making.Step)
        {
            case SurveyStep.Form: Ask(script, "sv.new.form", [.. Forms(script).Select(f => new Option(f.Id, f.Title(script.Language)))]); break;
            case SurveyStep.Where: Ask(script, "sv.new.where", [.. Keys(script, script.May(Right.Organise) ? ["btn.sv.event", "btn.sv.everybody", "btn.sv.group", "btn.sv.link"] : ["btn.sv.event"])]); break;
            case SurveyStep.Group: Ask(script, "sv.new.group", [], typed: true); break;
            case SurveyStep.Event: Ask(script, "sv.new.event", [.. script.EventsFor(Right.Organise).Where(e => e.CalledOff is null).Reverse().Take(20).Select(e => new Option(e.Code, e.Title.In(script.Language)))]); break;
            case SurveyStep.Who: Ask(script, "sv.new.who", [.. Keys(script, "btn.sv.attended", "btn.sv.registered"), .. CanCompare(script, draft) ? Keys(script, "btn.sv.both") : []]); break;
            case SurveyStep.Names: Ask(script, "sv.new.names", [.. Keys(script, "btn.sv.anonymous", "btn.sv.named")]); break;
            case SurveyStep.Score: Ask(script, "sv.new.score", [.. Keys(script, "btn.sv.tell", "btn.sv.hold")]); break;
            case SurveyStep.Opens: Ask(script, "sv.new.opens", [.. Keys(script, "btn.sv.now"), .. IsAhead(script, draft) ? Keys(script, "btn.sv.afterwards") : []], typed: true); break;
            case SurveyStep.Closes: Ask(script, "sv.new.closes", [.. Spans.Select(s => script.Choice(s.Key))], typed: true); break;
            case SurveyStep.Check: Check(script, draft); break;
            default: throw new UnreachableException();
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        var making = (DialogState.SurveyMaking)dialog;
        if (!script.MaySome(Right.Organise) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        if (heard.Id == "btn.back" || (making.Step is SurveyStep.Check && heard.Id == "btn.no")) { script.Goto(new DialogState.SurveyList()); return; }
        if (making.Step is SurveyStep.Check && heard.Id == "btn.yes") { Make(script, making.Draft); return; }
        if (Answer(script, making, heard) is not { } draft)
        {
            script.Tell(making.Step switch { SurveyStep.Opens or SurveyStep.Closes => "sv.new.badtime", SurveyStep.Group => "sv.new.badgroup", _ => "unknown" });
            script.AskAgain();
            return;
        }
        script.Goto(new DialogState.SurveyMaking(Next(script, making.Step, draft), draft));
    }

    /// <summary>The draft with the answer to its step; null when it is none.</summary>
    private static SurveyDraft? Answer(Script script, DialogState.SurveyMaking making, Heard heard)
    {
        var (draft, id, now) = (making.Draft, heard.Id, script.Context.Now);
        switch (making.Step)
        {
            case SurveyStep.Form: return Forms(script).Any(f => f.Id == id) ? draft with { FormId = id } : null;
            case SurveyStep.Where:
                return id switch { "btn.sv.event" => draft, _ when !script.May(Right.Organise) => null, "btn.sv.everybody" => draft with { Audience = SurveyAudience.Everybody }, "btn.sv.group" => draft with { Audience = SurveyAudience.Group }, "btn.sv.link" => draft with { Audience = SurveyAudience.Link }, _ => null };
            case SurveyStep.Group: return PeopleInWords.Read(script, heard.Text) is { } group ? draft with { Group = group } : null;
            case SurveyStep.Event: return script.EventsFor(Right.Organise).FirstOrDefault(e => e.Code == id) is { } e ? draft with { Event = e.Id } : null;
            case SurveyStep.Who:
                return id switch
                {
                    "btn.sv.attended" => draft with { Audience = SurveyAudience.Attended },
                    "btn.sv.registered" => draft with { Audience = SurveyAudience.Registered },
                    "btn.sv.both" when CanCompare(script, draft) => draft with { BeforeAndAfter = true, Audience = SurveyAudience.Registered, Anonymous = true, TellsScore = false, OpensAt = now, ClosesAt = script.Event(draft.Event!.Value)!.EndsAt },
                    _ => null,
                };
            case SurveyStep.Names: return id switch { "btn.sv.anonymous" => draft with { Anonymous = true }, "btn.sv.named" => draft with { Anonymous = false }, _ => null };
            case SurveyStep.Score: return id switch { "btn.sv.tell" => draft with { TellsScore = true }, "btn.sv.hold" => draft with { TellsScore = false }, _ => null };
            case SurveyStep.Opens:
                var opens = id switch { "btn.sv.now" => now, "btn.sv.afterwards" when IsAhead(script, draft) => After(script, draft), _ => MomentWords.Read(heard.Text, script.Context.Zone) };
                return opens >= now ? draft with { OpensAt = opens } : null;
            case SurveyStep.Closes:
                var days = Spans.FirstOrDefault(s => s.Key == id).Days;
                var closes = days > 0 ? draft.OpensAt!.Value.AddDays(days) : MomentWords.Read(heard.Text, script.Context.Zone);
                return closes > draft.OpensAt ? draft with { ClosesAt = closes } : null;
            default: return null;
        }
    }

    /// <summary>The next thing that is not decided by what is known already.</summary>
    private static SurveyStep Next(Script script, SurveyStep step, SurveyDraft draft)
    {
        if (draft is { Audience: SurveyAudience.Group, Group: null }) return SurveyStep.Group;
        var form = script.Context.Forms.Find(draft.FormId!);
        for (var next = (step is SurveyStep.Group ? SurveyStep.Where : step) + 1; ; next++)
        {
            var known = next switch
            {
                SurveyStep.Event => draft.Audience is not null,
                SurveyStep.Who => draft.Audience is not null,
                SurveyStep.Names => draft.Anonymous is not null || form is null || !SurveySheet.CanBeAnonymous(form),
                SurveyStep.Score => draft.TellsScore is not null || form is null || !RightAnswers.Tests(form),
                SurveyStep.Opens => draft.OpensAt is not null,
                SurveyStep.Closes => draft.ClosesAt is not null,
                _ => false,
            };
            if (!known) return next;
        }
    }

    private static void Check(Script script, SurveyDraft draft)
    {
        if (script.Context.Forms.Find(draft.FormId!) is not { } form) { script.Goto(new DialogState.SurveyList()); return; }
        if (draft.Anonymous is null) script.Tell("sv.new.onlynamed");
        script.Tell("sv.new.check", ("form", form.Title(script.Language)), ("who", Who(script, draft)), ("names", script.Text(draft.Anonymous == true ? "sv.kind.anonymous" : "sv.kind.named")),
            ("opens", Dates.Moment(script.Local(draft.OpensAt!.Value))), ("closes", Dates.Moment(script.Local(draft.BeforeAndAfter ? After(script, draft) + SurveyTimes.OpenFor : draft.ClosesAt!.Value))));
        if (draft.Group is { } group)
        {
            var known = script.Know(new Need.GroupOf(group));
            script.Tell("sv.new.people", ("n", Numbers.Whole(known.People, script.Language)), ("reached", Numbers.Whole(known.WithChat, script.Language)));
        }
        script.Ask(new Reply.Message(script.Text("sv.new.sure")) { Options = [script.Choice("btn.yes"), script.Choice("btn.no")], Compact = true });
    }

    private static void Make(Script script, SurveyDraft draft)
    {
        var first = new SurveyId(script.Context.NewId());
        var terms = new SurveyTerms
        {
            Code = Code(script), FormId = draft.FormId!, Event = draft.Event, Audience = draft.Audience!.Value, Group = draft.Group, Anonymous = draft.Anonymous == true, TellsScore = draft.TellsScore == true,
            OpensAt = draft.OpensAt!.Value < script.Context.Now ? script.Context.Now : draft.OpensAt.Value, ClosesAt = draft.ClosesAt!.Value,
        };
        if (draft.BeforeAndAfter)
        {
            var (second, opens) = (new SurveyId(script.Context.NewId()), After(script, draft));
            script.Record(new Fact.SurveyMade(first, terms with { Phase = SurveyPhase.Before, Other = second }));
            script.Record(new Fact.SurveyMade(second, terms with { Code = Code(script), Phase = SurveyPhase.After, Other = first, Audience = SurveyAudience.Attended, OpensAt = opens, ClosesAt = opens + SurveyTimes.OpenFor }));
        }
        else script.Record(new Fact.SurveyMade(first, terms));
        script.Tell("sv.new.done", ("link", SurveyCardDialog.Link(script, terms.Code)));
        script.Goto(new DialogState.Menu());
    }

    private static string Code(Script script) => script.Context.NewCode().ToLowerInvariant();

    /// <summary>Whom it is put to, in words.</summary>
    private static string Who(Script script, SurveyDraft draft) =>
        draft.Group is { } group ? PeopleInWords.Title(script, group) : draft.BeforeAndAfter ? script.Text("sv.who.both", ("event", Title(script, draft.Event))) : script.Text($"sv.who.{draft.Audience}", ("event", Title(script, draft.Event)));

    private static string Title(Script script, EventId? id) => id is { } known && script.Event(known) is { } e ? e.Title.In(script.Language) : "";

    /// <summary>The event has not ended.</summary>
    private static bool IsAhead(Script script, SurveyDraft draft) => draft.Event is { } id && script.Event(id) is { } e && e.EndsAt > script.Context.Now;

    /// <summary>A form that tests knowledge, before an event that is still to come.</summary>
    private static bool CanCompare(Script script, SurveyDraft draft) =>
        IsAhead(script, draft) && script.Context.Forms.Find(draft.FormId!) is { } form && RightAnswers.Tests(form) && SurveySheet.CanBeAnonymous(form);

    private static DateTimeOffset After(Script script, SurveyDraft draft) => script.Context.Surveys.OpensAt(script.Event(draft.Event!.Value)!.EndsAt, script.Context.Zone);

    /// <summary>Published forms that are neither a registration nor the program's own.</summary>
    private static IEnumerable<Form> Forms(Script script) => script.Context.Forms.Ids.Where(id => !NoSurveys.Contains(id) && script.Events.All(e => e.FormId != id)).Select(script.Context.Forms.Find).OfType<Form>();

    private static IEnumerable<Option> Keys(Script script, params string[] keys) => keys.Select(script.Choice);

    private static void Ask(Script script, string key, IReadOnlyList<Option> options, bool typed = false) =>
        script.Ask(new Reply.Message(script.Text(key)) { Options = [.. options, script.Choice("btn.back")], TakesText = typed });
}
