namespace GrantBot.Tests.Paths;

/// <summary>What a person decides to do at a question, whatever the channel. A closed family; the decision of one channel is repeated on the others.</summary>
internal abstract record Act
{
    private Act() { }

    /// <summary>Gives a value: a number, a day as 2008-03-05, a time, a text; of a picture or file its name.</summary>
    public sealed record Give(string Value) : Act;

    /// <summary>Chooses by label, in this order where several are chosen.</summary>
    public sealed record Pick(params IReadOnlyList<string> Labels) : Act
    {
        public override string ToString() => $"Pick {string.Join(" + ", Labels)}";
    }

    /// <summary>Says something the question cannot take.</summary>
    public sealed record Wrong(string Text) : Act;

    /// <summary>Leaves the question blank.</summary>
    public sealed record Skip : Act;

    /// <summary>Goes to the question before.</summary>
    public sealed record Back : Act;

    /// <summary>Wants to change an answer of the summary.</summary>
    public sealed record Change : Act;

    /// <summary>Sends the form.</summary>
    public sealed record Confirm : Act;

    public static bool Same(Act one, Act other) => one is Pick a && other is Pick b ? a.Labels.SequenceEqual(b.Labels) : one == other;
}

/// <summary>What the hand does: one message to the bot.</summary>
internal abstract record Gesture
{
    private Gesture() { }

    /// <summary>Presses a button or row, or types its number where the channel numbers choices.</summary>
    public sealed record Press(string Label) : Gesture { public override string ToString() => $"[{Label}]"; }

    public sealed record Type(string Text) : Gesture { public override string ToString() => Text; }

    /// <summary>Sends a file; its content follows from its name.</summary>
    public sealed record Send(string Name) : Gesture { public override string ToString() => $"file {Name}"; }

    /// <summary>Shares the own number.</summary>
    public sealed record Share(string Phone) : Gesture { public override string ToString() => $"contact {Phone}"; }
}
