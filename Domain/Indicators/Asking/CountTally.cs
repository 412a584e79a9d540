using GrantBot.Domain.Indicators.Participation;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Indicators.Asking;

/// <summary>A count that grows person by person.</summary>
/// <param name="question">What is asked.</param>
/// <param name="behind">Takes the registrations of the number; null = nobody wants them.</param>
internal sealed class CountTally(CountQuestion question, List<RegistrationFact>? behind)
{
    private readonly ParticipationIndicator indicator = CountEngine.Of(question.Measure);
    private readonly SortedDictionary<Trait, int> unstated = [];
    private readonly CountTableTally? table = question.By.Count == 0 ? null : new(question);
    private readonly bool ofPeople = CountEngine.IsOfPeople(question.Measure), share = CountEngine.IsShare(question.Measure), narrows = question.NarrowsPeople;
    private int number, everybody, missing, below, belowFit, people, unmarked;

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
        int? of = share ? belowFit : narrows ? everybody : indicator.Part is CountOf.Nothing ? null : below;
        return new(number, of, narrows && !share ? CountOf.Everybody : indicator.Part, missing, parted)
        {
            People = ofPeople || share || people == number ? null : people, Unstated = [.. unstated.Select(u => new Unstated(u.Key, u.Value))], Unmarked = unmarked,
        };
    }

    private void AddEntry(in RegistrationFact entry)
    {
        var (isAbove, isBelow) = (indicator.IsAbove(entry.Status), indicator.IsBelow(entry.Status));
        if ((!isAbove && !isBelow) || !CountFilter.IsThere(question, entry)) return;
        var fits = Fits(entry);
        if (fits == true && IsUnmarked(entry)) unmarked++;
        if (isBelow) below++;
        if (isBelow && share && fits == true)
        {
            belowFit++;
            table?.AddBelow(entry);
        }
        if (!isAbove) return;
        everybody++;
        if (fits is null) AddMissing(entry);
        if (fits != true) return;
        number++;
        behind?.Add(entry);
        table?.Add(entry);
    }

    /// <summary>Each person counts once, as their earliest registration says; a table that parts them by event or time knows them at all of theirs.</summary>
    private void AddPerson(List<RegistrationFact> standing)
    {
        var (isCounted, isBelow, isUnmarked, fits) = (false, false, false, (bool?)false);
        foreach (var entry in standing)
        {
            if (!CountFilter.IsThere(question, entry)) continue;
            isBelow |= indicator.IsBelow(entry.Status);
            if (!isUnmarked && IsUnmarked(entry))
            {
                isUnmarked = true;
                if (Fits(entry) == true) unmarked++;
            }
            if (!indicator.IsAbove(entry.Status)) continue;
            if (!isCounted)
            {
                (isCounted, fits) = (true, Fits(entry));
                if (fits == true) behind?.Add(entry);
                if (fits is null) AddMissing(entry);
            }
            else if (table?.MayOverlap != true) continue;
            if (fits == true) table?.Add(entry);
        }
        if (isBelow) below++;
        if (!isCounted) return;
        everybody++;
        if (fits == true) number++;
    }

    private void AddMissing(in RegistrationFact entry)
    {
        missing++;
        foreach (var trait in Traits.Lacking(question, entry.Codes)) unstated[trait] = unstated.GetValueOrDefault(trait) + 1;
    }

    /// <summary>Whether nobody has said yet if somebody with a seat came.</summary>
    private bool IsUnmarked(in RegistrationFact entry) => indicator.IsOfAttendance && entry.Status is RegistrationStatus.Confirmed;

    private bool? Fits(in RegistrationFact entry) => narrows ? CountFilter.Fits(question, entry.Codes) : true;
}
