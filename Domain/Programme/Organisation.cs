namespace GrantBot.Domain.Programme;

/// <summary>The organisation that runs the bot: operator of the personal data in the sense of Law No. 94-V, art. 8(4).</summary>
public sealed record Organisation
{
    /// <summary>Full name.</summary>
    public required string Name { get; init; }

    /// <summary>Business identification number (БСН, БИН), 12 digits.</summary>
    public required string Bin { get; init; }

    /// <summary>Phone for questions.</summary>
    public required string Phone { get; init; }

    /// <summary>Legal address.</summary>
    public required string Address { get; init; }

    /// <summary>Who answers for the processing of personal data (art. 25(2)).</summary>
    public required string DataOfficer { get; init; }

    /// <summary>How to reach them.</summary>
    public required string DataOfficerContact { get; init; }

    /// <summary>The grant operator, to whom lists are handed.</summary>
    public required string GrantOperator { get; init; }

    /// <summary>The customer (contracting state body), to whom lists are handed.</summary>
    public required string Customer { get; init; }

    /// <summary>Until when consent is asked for: end of the project and of the checks after it.</summary>
    public required DateOnly ConsentUntil { get; init; }
}
