using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Postgres;

/// <summary>Finds kept answers by the words of a question, in PostgreSQL's full text (tsvector), whose own dictionaries know no Kazakh: the words are ours.</summary>
internal static class PostgresAnswers
{
    /// <summary>Makes an answer findable.</summary>
    public static void Add(GrantBotDb db, long id, string words)
    {
        var distinct = AnswerWords.Of(words).Distinct(StringComparer.Ordinal).ToArray();
        db.Database.ExecuteSql($"INSERT INTO canned_words(answer_id, words) VALUES({id}, array_to_tsvector({distinct}))");
    }

    /// <summary>It is found no more.</summary>
    public static void Remove(GrantBotDb db, long id) => db.Database.ExecuteSql($"DELETE FROM canned_words WHERE answer_id = {id}");

    /// <summary>Answers that share words with a question, the best first: the more words it has in common and the fewer others, the better.</summary>
    public static List<long> Find(GrantBotDb db, string question, int most)
    {
        var match = string.Join(" | ", AnswerWords.Sought(question).Select(w => $"'{w.Text}'{(w.Begins ? ":*" : "")}")); // letters and digits only: there is nothing to escape
        return match.Length == 0 ? [] : [.. db.Database.SqlQuery<long>($"SELECT answer_id AS \"Value\" FROM canned_words WHERE words @@ {match}::tsquery ORDER BY ts_rank(words, {match}::tsquery, 1) DESC, answer_id LIMIT {most}")];
    }
}
