namespace GrantBot.Domain.Registration;

/// <summary>What refuses a registration by itself; each refusal says so and offers a human decision (Law No. 94-V art. 19-1).</summary>
public enum RefusalKind
{
    /// <summary>Too young or too old on the day of the event.</summary>
    Age,

    /// <summary>The event is for people of other territories.</summary>
    Territory,

    /// <summary>No quota of the event fits the answers.</summary>
    Quota,
}

/// <summary>How consent to the processing of personal data was given (Law No. 94-V art. 8(1)). Numbers are stored: never renumber.</summary>
public enum ConsentBasis
{
    /// <summary>By a button in the person's, or their guardian's, own chat.</summary>
    Chat = 0,

    /// <summary>On paper, shown to staff.</summary>
    Paper = 1,

    /// <summary>Given elsewhere before an import; staff say where.</summary>
    Import = 2,
}
