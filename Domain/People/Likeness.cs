namespace GrantBot.Domain.People;

/// <summary>What two records are compared by. Personal, like what it was made of: not for logs.</summary>
/// <param name="Person">Whose record.</param>
/// <param name="VerifiedPhone">A number the channel vouched for (E.164); null when none.</param>
/// <param name="Name">Surname and given name (<see cref="NameFold.Key(string, string)"/>); empty when unknown.</param>
/// <param name="Birth">Birth date; null when unknown.</param>
/// <param name="Institution">Place of study or work (<see cref="InstitutionFold.Key"/>); empty when unknown.</param>
/// <param name="ListedPhone">A number that stood in an imported list, which nobody vouched for (E.164); null when none.</param>
public readonly record struct PersonKey(PersonId Person, string? VerifiedPhone, string Name, DateOnly? Birth, string Institution, string? ListedPhone = null);

/// <summary>Why two records may be of one person.</summary>
public enum LikenessReason
{
    /// <summary>The same verified phone.</summary>
    Phone = 1,

    /// <summary>The same folded name, birth date and folded institution.</summary>
    NameBirthInstitution = 2,

    /// <summary>One stood in an imported list with the phone that the other has verified.</summary>
    ListedPhone = 3,
}

/// <summary>Two records that a member of staff is asked about; nobody is merged by it (2-processes.md 2.4).</summary>
/// <param name="First">The one met first.</param>
/// <param name="Second">The other.</param>
/// <param name="Reason">The stronger reason, the phone.</param>
public readonly record struct LikelyPair(PersonId First, PersonId Second, LikenessReason Reason);

/// <summary>Finds people who may be in the book twice.</summary>
public static class Likeness
{
    /// <summary>
    /// Pairs in the order of the second record. Of several alike each is paired with the first only, so the work and the answer grow with the people and
    /// not with their square. What is unknown is like nothing.
    /// </summary>
    public static IReadOnlyList<LikelyPair> Find(IEnumerable<PersonKey> people)
    {
        var phones = new Dictionary<string, PersonId>(StringComparer.Ordinal);
        var names = new Dictionary<(string, DateOnly, string), PersonId>();
        var listed = new Dictionary<string, PersonId>(StringComparer.Ordinal);
        var pairs = new List<LikelyPair>();
        foreach (var person in people)
        {
            var byPhone = person.VerifiedPhone is { Length: > 0 } phone ? First(phones, phone, person.Person) : null;
            var byName = person is { Name.Length: > 0, Birth: { } birth, Institution.Length: > 0 } ? First(names, (person.Name, birth, person.Institution), person.Person) : null;
            if (byPhone is { } same) pairs.Add(new(same, person.Person, LikenessReason.Phone));
            if (byName is { } like && like != byPhone) pairs.Add(new(like, person.Person, LikenessReason.NameBirthInstitution));
            if (Listed(person) is { } other && other != byPhone && other != byName) pairs.Add(new(other, person.Person, LikenessReason.ListedPhone));
        }
        return pairs;

        // a listed number meets verified ones only: families share what is merely typed
        PersonId? Listed(PersonKey person)
        {
            if (person.ListedPhone is { Length: > 0 } typed && person.VerifiedPhone is null)
            {
                listed.TryAdd(typed, person.Person);
                return phones.TryGetValue(typed, out var owner) && owner != person.Person ? owner : null;
            }
            return person.VerifiedPhone is { Length: > 0 } verified && listed.TryGetValue(verified, out var first) && first != person.Person ? first : null;
        }
    }

    /// <summary>Who had the key before; null when nobody else, who then has it from now on.</summary>
    private static PersonId? First<T>(Dictionary<T, PersonId> known, T key, PersonId person) where T : notnull =>
        known.TryAdd(key, person) || known[key] == person ? null : known[key];
}
