namespace GrantBot.Domain.Forms.Xls;

/// <summary>Guesses what an author meant by a misspelt word.</summary>
internal static class NearMiss
{
    /// <summary>The one closest word: capitals aside, or with at most two letters added, lost, changed or swapped. Null when nothing is close.</summary>
    public static string? Of(string written, IEnumerable<string> words)
    {
        if (written.Length is 0 or > 64) return null;
        var allowed = written.Length <= 3 ? 1 : 2;
        return words.Where(w => w.Length is > 0 and <= 64)
            .Select(w => (Word: w, Distance: Distance(written.ToLowerInvariant(), w.ToLowerInvariant())))
            .Where(p => p.Distance <= allowed && p.Distance < p.Word.Length)
            .OrderBy(p => p.Distance).ThenBy(p => p.Word, StringComparer.Ordinal)
            .Select(p => p.Word).FirstOrDefault();
    }

    // Optimal string alignment; the lengths above keep it cheap.
    private static int Distance(string a, string b)
    {
        if (Math.Abs(a.Length - b.Length) > 2) return int.MaxValue;
        var d = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++) d[i, 0] = i;
        for (var j = 0; j <= b.Length; j++) d[0, j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            for (var j = 1; j <= b.Length; j++)
            {
                var same = a[i - 1] == b[j - 1] ? 0 : 1;
                d[i, j] = Math.Min(Math.Min(d[i - 1, j] + 1, d[i, j - 1] + 1), d[i - 1, j - 1] + same);
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) d[i, j] = Math.Min(d[i, j], d[i - 2, j - 2] + 1);
            }
        }
        return d[a.Length, b.Length];
    }
}
