namespace GrantBot.Domain.Forms.Expressions;

/// <summary>
/// What an expression yields. A closed family. Dates are values of their own, so that date minus date is a number of days.
/// Conversions follow XPath 1.0 except where a comment says otherwise.
/// </summary>
public abstract record Value
{
    private Value() { }

    /// <summary>Yes and no, shared: a condition allocates nothing.</summary>
    public static readonly Bool True = new(true), False = new(false);

    /// <summary>The blank answer.</summary>
    public static readonly Text Blank = new("");

    /// <summary>A number; NaN for what is not one, a blank answer included.</summary>
    public sealed record Number(double Value) : Value;

    /// <summary>Text, "" when blank.</summary>
    public sealed record Text(string Value) : Value;

    /// <summary>Yes or no.</summary>
    public sealed record Bool(bool Value) : Value;

    /// <summary>A date, or a moment, in the zone of the deployment.</summary>
    /// <param name="Moment">The moment; local midnight when <paramref name="HasTime"/> is false.</param>
    /// <param name="HasTime">False for a calendar date.</param>
    public sealed record Date(DateTimeOffset Moment, bool HasTime) : Value;

    /// <summary>The nodes a path found, in document order; may be empty.</summary>
    public sealed record Nodes(IReadOnlyList<InstanceNode> Items) : Value;

    /// <summary>As stored and shown: numbers without exponent, dates in ISO form, yes and no as true and false, of nodes the first one's value.</summary>
    public string AsText() => this switch
    {
        Text t => t.Value,
        Number n => NumberText.Write(n.Value),
        Bool b => b.Value ? "true" : "false",
        Date d => DateText.Write(d),
        Nodes ns => ns.Items.Count == 0 ? "" : NodeText.Of(ns.Items[0]),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>As a number; a date counts days since 1970-01-01 (with a time: as a fraction, in UTC). What is no number is NaN.</summary>
    public double AsNumber() => this switch
    {
        Number n => n.Value,
        Bool b => b.Value ? 1 : 0,
        Date d => DateText.Days(d.Moment),
        _ => NumberText.Read(AsText(), TimeSpan.Zero),
    };

    /// <summary>As a condition: a number unless 0 or NaN, a text unless blank.</summary>
    /// <remarks>
    /// Decision: a node counts by its value, so a blank answer is false, as in JavaRosa; XPath and Enketo say true as soon as the node exists.
    /// Authors write <c>relevant: ${q}</c> and mean "answered".
    /// </remarks>
    public bool AsBoolean() => this switch
    {
        Bool b => b.Value,
        Number n => n.Value != 0 && !double.IsNaN(n.Value),
        Text t => t.Value.Length > 0,
        Date => true,
        Nodes ns => ns.Items.Any(n => NodeText.Of(n).Length > 0),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>The shared instance of a truth value.</summary>
    public static Bool Of(bool value) => value ? True : False;

    /// <summary>A number as a value.</summary>
    public static Number Of(double value) => new(value);

    /// <summary>A text as a value.</summary>
    public static Text Of(string value) => value.Length == 0 ? Blank : new Text(value);
}
