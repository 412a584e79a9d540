namespace GrantBot.Load.Walk;

/// <summary>What people may meet on their way.</summary>
internal enum Met
{
    /// <summary>Was told of the registration.</summary>
    Registered,

    /// <summary>A right answer was not taken.</summary>
    Refused,

    /// <summary>Was told of a technical fault.</summary>
    Fault,

    /// <summary>Was told that a button belongs to an earlier question.</summary>
    Late,

    /// <summary>A question came twice.</summary>
    Repeated,

    /// <summary>Was asked something answered long before.</summary>
    WentBack,

    /// <summary>Had to say it again.</summary>
    Nudge,

    /// <summary>Had to begin anew.</summary>
    Restart,

    /// <summary>Gave up.</summary>
    Lost,
}

/// <summary>Counts what people met. Safe for several threads.</summary>
internal sealed class Tally
{
    private readonly int[] counts = new int[Enum.GetValues<Met>().Length];

    public int this[Met what] => Volatile.Read(ref counts[(int)what]);

    public void Count(Met what) => Interlocked.Increment(ref counts[(int)what]);
}
