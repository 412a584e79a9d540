using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>Finds kept answers by the words of a question, in SQLite's full text (FTS5 folds Kazakh letters; endings are met by the beginnings of words).</summary>
internal static class SqliteAnswers
{
    private const int Beginning = 4, MostWords = 20;

    /// <summary>Makes an answer findable.</summary>
    public static void Add(GrantBotDb db, long id, string words) => db.Database.ExecuteSql($"INSERT INTO canned_fts(rowid, words) VALUES({id}, {words})");

    /// <summary>It is found no more.</summary>
    public static void Remove(GrantBotDb db, long id) => db.Database.ExecuteSql($"DELETE FROM canned_fts WHERE rowid = {id}");

    /// <summary>Answers that share words with a question, the best first.</summary>
    public static List<long> Find(GrantBotDb db, string question, int most)
    {
        var match = Match(question);
        return match.Length == 0 ? [] : [.. db.Database.SqlQuery<long>($"SELECT rowid AS Value FROM canned_fts WHERE canned_fts MATCH {match} ORDER BY bm25(canned_fts), rowid LIMIT {most}")];
    }

    /// <summary>
    /// A word is searched by its first half, of four letters at least, since Kazakh and Russian put long endings to it: "клубтарын" meets "клуб". Everything but
    /// letters and digits parts words, so nothing of what people type is FTS5's own language.
    /// </summary>
    internal static string Match(string question)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var c in question + " ")
        {
            if (char.IsLetterOrDigit(c)) { word.Append(char.ToLower(c, CultureInfo.InvariantCulture)); continue; }
            if (word.Length >= Beginning) words.Add(word.ToString(0, Math.Max(Beginning, word.Length / 2)));
            word.Clear();
        }
        return string.Join(" OR ", words.Distinct(StringComparer.Ordinal).Take(MostWords).Select(w => $"\"{w}\"*"));
    }
}
