namespace GrantBot.Domain.Indicators.Asking;

/// <summary>A count that grows person by person.</summary>
/// <param name="question">What is asked.</param>
/// <param name="behind">Takes the registrations of the number; null = nobody wants them.</param>
internal sealed class CountTally(CountQuestion question, List<RegistrationFact>? behind)
{
    private readonly MeasureParts parts = MeasureParts.Of(question.Measure);
    private readonly CountTableTally? table = question.By.Count == 0 ? null : new(question);
    private readonly bool ofPeople = CountEngine.IsOfPeople(question.Measure), share = CountEngine.IsShare(question.Measure), narrows = question.NarrowsPeople;
    private int number, everybody, missing, below, belowFit, people;

    /// <summary>Counts one person more.</summary>
    public void Add(PersonEntries person)
    {
        if (ofPeople) AddPerson(person.Standing);
        else
        {
            var before = number;
            foreach (var entry in person.Standing) AddEntry(entry);
            if (question.Measure is Measure.Cancelled) foreach (var entry in person.Gone) AddEntry(entry);
            if (number > before) people++;
        }
        table?.EndPerson();
    }

    /// <summary>The count of all who were added.</summary>
    public CountAnswer Answer()
    {
        var parted = table?.Table(number);
        if (share) return new(number, belowFit, parts.Part, missing, parted);
        int? of = narrows ? everybody : parts.Below is null ? null : below;
        var part = narrows ? CountOf.Everybody : of is null ? CountOf.Nothing : parts.Part;
        return new(number, of, part, missing, parted) { People = ofPeople || people == number ? null : people };
    }

    private void AddEntry(in RegistrationFact entry)
    {
        var (isAbove, isBelow) = (parts.IsAbove(entry.Status), parts.IsBelow(entry.Status));
        if ((!isAbove && !isBelow) || !CountFilter.IsThere(question, entry)) return;
        var fits = Fits(entry);
        if (isBelow) below++;
        if (isBelow && share && fits == true)
        {
            belowFit++;
            table?.AddBelow(entry);
        }
        if (!isAbove) return;
        everybody++;
        if (fits is null) missing++;
        if (fits != true) return;
        number++;
        behind?.Add(entry);
        table?.Add(entry);
    }

    /// <summary>Each person counts once, as their earliest registration says; a table that parts them by event or time knows them at all of theirs.</summary>
    private void AddPerson(List<RegistrationFact> standing)
    {
        var (isCounted, isBelow, fits) = (false, false, (bool?)false);
        foreach (var entry in standing)
        {
            if (!CountFilter.IsThere(question, entry)) continue;
            isBelow |= parts.IsBelow(entry.Status);
            if (!parts.IsAbove(entry.Status)) continue;
            if (!isCounted)
            {
                (isCounted, fits) = (true, Fits(entry));
                if (fits == true) behind?.Add(entry);
            }
            else if (table?.MayOverlap != true) continue;
            if (fits == true) table?.Add(entry);
        }
        if (isBelow) below++;
        if (!isCounted) return;
        everybody++;
        if (fits == true) number++;
        if (fits is null) missing++;
    }

    private bool? Fits(in RegistrationFact entry) => narrows ? CountFilter.Fits(question, entry) : true;
}
