namespace GrantBot.Tests.Days;

/// <summary>A request for advice: who asked, what, and who has had it in hand so far, hence may know what was said.</summary>
internal sealed class Request(long number, Somebody asker, string question)
{
    private readonly List<(Somebody By, string Words, bool ToAsker)> said = [];

    public long Number => number;
    public Somebody Asker => asker;
    public string Question => question;
    public HashSet<Somebody> Owners { get; } = [];

    /// <summary>What was said about it, by whom, and whether it was for the person's eyes or for the owner's.</summary>
    public IReadOnlyList<(Somebody By, string Words, bool ToAsker)> Said => said;

    public void Note(Somebody by, string words, bool toAsker) => said.Add((by, words, toAsker));
}
