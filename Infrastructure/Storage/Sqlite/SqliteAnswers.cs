using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>Finds kept answers by the words of a question, in SQLite's full text (FTS5).</summary>
internal static class SqliteAnswers
{
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

    private static string Match(string question) => string.Join(" OR ", AnswerWords.Sought(question).Select(w => $"\"{w.Text}\"{(w.Begins ? "*" : "")}"));
}
