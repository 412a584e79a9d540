using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms.QuestionTypes;
using GrantBot.Domain.Indicators.Tables;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.People;

namespace GrantBot.Domain.Organising.Reporting;

/// <summary>The demographic tables of the report: staff choose the layout, and may change the order in which categories are decided, with a reason.</summary>
internal sealed class TablesDialog : IDialog
{
    private const int LongestReason = 200;

    /// <summary>Opens the tables of a project by its code; without one, of all events.</summary>
    public static void Begin(Script script, string query)
    {
        var projects = script.Events.Select(e => e.Project).Where(p => p.Length > 0 && script.Access.MayIn(Right.Organise, p)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal).ToList();
        var project = query.Length == 0 ? (script.May(Right.Organise) ? "" : projects is [var only] ? only : null) : projects.FirstOrDefault(p => p.Equals(query, StringComparison.OrdinalIgnoreCase));
        if (project is null) { script.Tell(projects.Count == 0 ? "tables.noprojects" : "tables.noproject", ("x", query.Length > 40 ? query[..40] : query), ("list", string.Join(", ", projects))); return; }
        Globals.PutAside(script);
        script.Goto(new DialogState.Tables(project));
    }

    public void Open(Script script, DialogState dialog)
    {
        if (!May(script, dialog)) { script.Goto(new DialogState.Menu()); return; }
        switch (dialog)
        {
            case DialogState.Ordering { Order: not null }: script.Ask(new Reply.Message(script.Text("tables.reason")) { Options = [script.Choice("btn.back")], TakesText = true }); break;
            case DialogState.Ordering: script.Ask(new Reply.Message(script.Text("tables.order.ask", ("list", Numbered(script, CategoryOrder.Usual.Codes)))) { Options = [script.Choice("btn.back")], TakesText = true }); break;
            case DialogState.Tables tables: AskTables(script, tables); break;
            default: break;
        }
    }

    public void Take(Script script, DialogState dialog, Heard heard)
    {
        if (!May(script, dialog) || heard.Id == "btn.menu") { script.Goto(new DialogState.Menu()); return; }
        switch (dialog)
        {
            case DialogState.Ordering back when heard.Id == "btn.back": script.Goto(new DialogState.Tables(back.Project)); break;
            case DialogState.Ordering { Order: { } order } why: TakeReason(script, why.Project, order, heard); break;
            case DialogState.Ordering ordering: TakeOrder(script, ordering, heard); break;
            case DialogState.Tables tables when heard.Id is "tables.flat" or "tables.nested":
                script.Record(new Fact.TablesAsked(tables.Project, Order(script, tables.Project).ToString(), heard.Id == "tables.flat" ? StatusLayout.Flat : StatusLayout.Nested, script.Language));
                break;
            case DialogState.Tables tables when heard.Id == "btn.order": script.Goto(new DialogState.Ordering(tables.Project)); break;
            default: script.Tell("unknown"); script.AskAgain(); break;
        }
    }

    private static bool May(Script script, DialogState dialog) => (dialog is DialogState.Ordering ordering ? ordering.Project : ((DialogState.Tables)dialog).Project) is { Length: > 0 } project
        ? script.Access.MayIn(Right.Organise, project) : script.May(Right.Organise);

    /// <summary>The order by which a project's tables are made.</summary>
    public static CategoryOrder Order(Script script, string project) => script.Know(new Need.FrozenOrder(project)) is { } frozen ? CategoryOrder.Read(frozen.Order) ?? CategoryOrder.Usual : CategoryOrder.Usual;

    private static void AskTables(Script script, DialogState.Tables tables)
    {
        var frozen = script.Know(new Need.FrozenOrder(tables.Project));
        var order = string.Join(" → ", Order(script, tables.Project).Codes.Append("other").Select(c => script.Text("category." + c)));
        var events = script.Events.Count(e => tables.Project.Length == 0 || e.Project.Equals(tables.Project, StringComparison.OrdinalIgnoreCase));
        script.Tell(tables.Project.Length == 0 ? "tables.all" : "tables.of", ("project", tables.Project), ("n", events));
        script.Tell("tables.order", ("order", order));
        if (frozen is not null) script.Tell(frozen.Reason.Length > 0 ? "tables.changed" : "tables.frozen", ("time", Dates.Moment(script.Local(frozen.At))), ("reason", frozen.Reason));
        script.Ask(script.Text("tables.ask"), [script.Choice("tables.flat"), script.Choice("tables.nested"), script.Choice("btn.order"), script.Choice("btn.menu")]);
    }

    /// <summary>An order is typed as the numbers of the categories.</summary>
    private static void TakeOrder(Script script, DialogState.Ordering ordering, Heard heard)
    {
        var usual = CategoryOrder.Usual.Codes;
        var numbers = heard.Text.Split([',', ' ', ';', '.'], StringSplitOptions.RemoveEmptyEntries);
        var codes = numbers.Select(n => int.TryParse(n, NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at >= 1 && at <= usual.Count ? usual[at - 1] : "").ToList();
        if (CategoryOrder.Of(codes) is not { } order) { script.Tell("tables.order.wrong", ("n", usual.Count)); script.AskAgain(); return; }
        if (order.Equals(Order(script, ordering.Project))) { script.Goto(new DialogState.Tables(ordering.Project)); return; }
        script.Goto(ordering with { Order = order.ToString() });
    }

    private static void TakeReason(Script script, string project, string order, Heard heard)
    {
        var reason = Typed.Tidy(heard.Text);
        if (reason.Length is < 3 or > LongestReason) { script.Tell("plan.words", ("max", LongestReason)); script.AskAgain(); return; }
        script.Record(new Fact.CategoryOrderSet(project, order, reason));
        script.Tell("tables.order.set");
        script.Goto(new DialogState.Menu());
    }

    private static string Numbered(Script script, IReadOnlyList<string> codes) => string.Join("\n", codes.Select((c, i) => $"{i + 1}. {script.Text("category." + c)}"));
}
