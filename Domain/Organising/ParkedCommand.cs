using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Organising;

/// <summary>"/parked" lists turns that met a fault of ours; "/parked 12" has one tried again, once the fault is mended.</summary>
internal static class ParkedCommand
{
    public static void Act(Script script, string number)
    {
        if (number.Length == 0) List(script);
        else Retry(script, number);
    }

    private static void List(Script script)
    {
        var parked = script.Know(new Need.Parked());
        if (parked.Count == 0) { script.Tell("staff.parked.none"); return; }
        script.Tell("staff.parked", ("n", parked.Count), ("list", string.Join("\n", parked.Turns.Select(t => Line(script, t)))));
    }

    private static void Retry(Script script, string number)
    {
        var found = long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var no) ? script.Know(new Need.Parked(no)).Turns : [];
        if (found.Count == 0) { script.Tell("staff.parked.unknown", ("no", number.Length > 20 ? number[..20] : number)); return; }
        script.Record(new Fact.RetryAsked(no));
        script.Tell("staff.parked.again", ("no", no));
    }

    private static string Line(Script script, ParkedTurn turn) => script.Text("staff.parked.line", ("no", turn.Number), ("time", Dates.Moment(script.Local(turn.At))),
        ("channel", script.Text("channel." + turn.Channel.ToString().ToLowerInvariant())), ("fault", turn.Fault));
}
