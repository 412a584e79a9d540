namespace GrantBot.Tests.Days;

/// <summary>Words of the day and who may read them.</summary>
/// <param name="Words">What was said.</param>
/// <param name="Readers">Everybody who may read it.</param>
/// <param name="Once">Who is to read it, once; null = that is nobody's or not told by these words alone.</param>
internal sealed record Told(string Words, IReadOnlyCollection<Reader> Readers, Reader? Once = null)
{
    /// <summary>What was asked is read by staff, what was said by the two who talk, what was written into the journal by its owner, an answer that was kept by staff and by whoever got it.</summary>
    public static IEnumerable<Told> On(Cast cast)
    {
        foreach (var request in cast.Requests)
        {
            yield return new(request.Question, [request.Asker, .. cast.Staff]);
            foreach (var (_, words, toAsker) in request.Said)
                yield return new(words, cast.Kept.Contains(words) ? [.. cast.Requests.Where(r => r.Said.Any(s => s.Words == words)).Select(r => r.Asker), .. cast.Staff] : [request.Asker, .. request.Owners], toAsker ? request.Asker : null);
        }
    }
}
