namespace GrantBot.Domain.Indicators.Asking;

/// <summary>A question while it is being understood. Lives for one call of <see cref="CountReader"/>.</summary>
internal sealed class Draft(AskingWorld world, List<Token> tokens)
{
    public AskingWorld World { get; } = world;

    /// <summary>What was not taken yet.</summary>
    public List<Token> Tokens { get; } = tokens;

    public HashSet<EventId> Events { get; } = [];
    public List<string> Kinds { get; } = [];
    public List<string> Genders { get; } = [];
    public List<string> Categories { get; } = [];
    public List<string> Occupations { get; } = [];
    public List<string> Territories { get; } = [];
    public List<string> Institutions { get; } = [];
    public List<string> Languages { get; } = [];
    public List<Conversation.ChannelKind> Channels { get; } = [];
    public List<Measure> Measures { get; } = [];
    public List<Dimension> By { get; } = [];
    public DateOnly? From { get; set; }
    public DateOnly? To { get; set; }
    public int? AgeFrom { get; set; }
    public int? AgeTo { get; set; }
    public bool Disability { get; set; }

    /// <summary>It says "how many".</summary>
    public bool Asks { get; set; }

    /// <summary>It asks for a percentage.</summary>
    public bool Share { get; set; }

    /// <summary>It asks for different people.</summary>
    public bool Unique { get; set; }

    /// <summary>It speaks of people, whatever they did.</summary>
    public bool People { get; set; }

    /// <summary>A time that cannot be was said.</summary>
    public bool BadPeriod { get; set; }

    /// <summary>Several readings of one part: the words, and what each reading does to the question.</summary>
    public List<(string Words, CountPart Part, IReadOnlyList<Func<CountQuestion, CountQuestion>> Readings)> Open { get; } = [];

    /// <summary>Words nobody understands.</summary>
    public List<string> Unknown { get; } = [];

    /// <summary>How many things were said that narrow a count.</summary>
    public int Filters => Events.Count + Kinds.Count + Genders.Count + Categories.Count + Occupations.Count + Territories.Count + Institutions.Count + Languages.Count + Channels.Count
        + (From is null && To is null ? 0 : 1) + (AgeFrom is null && AgeTo is null ? 0 : 1) + (Disability ? 1 : 0) + Open.Count;

    /// <summary>It speaks of people, or parts a count: then two things said are a question even without "how many".</summary>
    public bool IsAboutPeople => People || Unique || Disability || Genders.Count + Categories.Count + Occupations.Count + Institutions.Count + By.Count > 0 || AgeFrom is not null || AgeTo is not null;

    public bool Period(DateOnly? from, DateOnly? to)
    {
        if (From is not null || To is not null) return false; // a second time is not understood
        (From, To) = (from, to);
        BadPeriod |= from > to;
        return true;
    }

    public bool Age(int? from, int? to)
    {
        if (AgeFrom is not null || AgeTo is not null || from > to || from is < 0 or > 110 || to is < 0 or > 110) return false;
        (AgeFrom, AgeTo) = (from, to);
        return true;
    }
}
