using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;
using GrantBot.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace GrantBot.Tests.Surveys;

/// <summary>Somebody who holds the whole database, knows everybody who came and who of them answered, tries to find out what one of them said.</summary>
public sealed class AnonymityTests(SurveyedCrowd crowd) : IClassFixture<SurveyedCrowd>
{
    private readonly List<SurveyedCrowd.Guest> answered = [.. crowd.Guests.Where(g => g.Marks is not null)];

    [Fact]
    public void everybody_who_answered_was_counted()
    {
        answered.Count.ShouldBe(54);
        Rows(crowd.Closed, "survey_answers").Count.ShouldBe(54);
        Rows(crowd.Closed, "survey_remarks").Count.ShouldBe(54);
        Rows(crowd.Open, "survey_invites").Count(r => (long)r["answered"] == 1).ShouldBe(54);
        crowd.Card.ShouldContain("90,0% (54/60)");
    }

    [Fact]
    public void while_the_survey_is_open_no_table_holds_anything_of_what_was_said()
    {
        Rows(crowd.Open, "survey_answers").ShouldAllBe(r => r["sealed"] is byte[] && r["marks"] is DBNull && r["gender"] is DBNull && r["age"] is DBNull);
        Rows(crowd.Open, "survey_answers").Select(r => ((byte[])r["sealed"]).Length).Distinct().Count().ShouldBe(1);
        foreach (var guest in answered) Holding(crowd.Open, guest.Comment!).ShouldBeEmpty();
        foreach (var guest in answered) crowd.OpenBytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(guest.Comment!)).ShouldBe(-1);
        Holding(crowd.Open, "\"overall\"").ShouldBeEmpty();
    }

    [Fact]
    public void when_it_is_over_words_stand_once_and_beside_nobody()
    {
        foreach (var guest in answered) Holding(crowd.Closed, guest.Comment!).ShouldBe(["survey_remarks.text"]);
        Rows(crowd.Closed, "survey_remarks").SelectMany(r => r.Keys).Distinct().ShouldBe(["key", "survey_id", "question", "text", "may_quote"], ignoreOrder: true);
        Holding(crowd.Closed, "\"overall\"").Distinct().ShouldBe(["survey_answers.marks"]);
        Rows(crowd.Closed, "survey_answers").ShouldAllBe(r => !SurveyedCrowd.Text(r["marks"]).Contains("quote_ok") && !SurveyedCrowd.Text(r["marks"]).Contains("comment"));
    }

    [Fact]
    public void answers_have_no_row_number_no_time_and_no_order()
    {
        using var connection = new SqliteConnection($"Data Source={crowd.File};Pooling=False");
        connection.Open();
        foreach (var table in new[] { "survey_answers", "survey_remarks", "survey_invites" })
            Should.Throw<SqliteException>(() => SqliteFile.Rows(connection, $"SELECT rowid FROM {table}")).Message.ShouldContain("rowid");
        var columns = SqliteFile.Rows(connection, "PRAGMA table_info(survey_answers)").Select(c => $"{c[1]} {c[2]}").ToList();
        columns.ShouldBe(["key TEXT", "survey_id TEXT", "sealed BLOB", "marks TEXT", "gender TEXT", "age TEXT", "category TEXT", "territory TEXT", "language TEXT", "channel TEXT"]);
        SqliteFile.Rows(connection, "PRAGMA table_info(survey_invites)").Select(c => (string)c[1]).ShouldBe(["survey_id", "who", "person_id", "chat_id", "sent", "reminded", "opened", "answered"]);
        var stored = Rows(crowd.Closed, "survey_answers").Select(r => DomainJson.ReadAnswers((string)r["marks"])).Select(a => a["overall"] + a["content"] + a["speaker"] + a["organisation"]).ToList();
        Unordered([.. stored.Select(marks => answered.FindIndex(g => g.Marks == marks))]);
        Unordered([.. Rows(crowd.Closed, "survey_remarks").Select(r => answered.FindIndex(g => g.Comment == (string)r["text"]))]);
        Unordered([.. Rows(crowd.Closed, "survey_invites").Where(r => (long)r["answered"] == 1).Select(r => answered.FindIndex(g => g.Person.Value.ToString("N") == (string)r["person_id"]))]);
    }

    [Fact]
    public void no_value_of_an_answer_leads_to_another_table()
    {
        var others = crowd.Closed.Where(r => r.Table is not ("survey_answers" or "survey_remarks")).SelectMany(r => r.Row.Values).Select(SurveyedCrowd.Text).ToList();
        foreach (var key in Rows(crowd.Closed, "survey_answers").Concat(Rows(crowd.Closed, "survey_remarks")).Select(r => (string)r["key"])) others.ShouldNotContain(o => o.Contains(key));
        var sealedKeys = Rows(crowd.Open, "survey_answers").Select(r => (string)r["key"]);
        Rows(crowd.Closed, "survey_answers").Select(r => (string)r["key"]).Intersect(sealedKeys).ShouldBeEmpty();
        Rows(crowd.Closed, "survey_answers").Select(r => (string)r["key"]).Intersect(Rows(crowd.Closed, "survey_remarks").Select(r => (string)r["key"])).ShouldBeEmpty();
    }

    [Fact]
    public void whoever_is_known_to_have_answered_may_have_given_any_of_five_answers_at_least()
    {
        var rows = Rows(crowd.Closed, "survey_answers");
        foreach (var guest in answered) rows.Count(r => Fits(r, guest.Codes)).ShouldBeGreaterThanOrEqualTo(Grain.Fewest);
        foreach (var row in rows) answered.Count(g => Fits(row, g.Codes)).ShouldBeGreaterThanOrEqualTo(Grain.Fewest);
        rows.Any(r => r["gender"] is string).ShouldBeTrue(); // something is left to break down by
    }

    [Fact]
    public void the_chat_keeps_no_trace_of_the_way()
    {
        foreach (var state in Rows(crowd.Closed, "chats").Select(r => DomainJson.ReadState((string)r["state"])).Where(s => s.Person is not null))
            (state.Unfinished, state.LastText, state.Dialog is DialogState.Menu).ShouldBe((null, null, true));
        Rows(crowd.Open, "outbox").ShouldAllBe(r => r["payload"] is DBNull);
        Rows(crowd.Open, "inbox").ShouldAllBe(r => r["payload"] is DBNull);
        Rows(crowd.Open, "facts").Where(r => (string)r["type"] == nameof(Fact.SurveyAnswered)).Select(r => (string)r["data"]).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void staff_read_shares_with_their_counts_once_it_is_over()
    {
        var good = answered.Count(g => g.Marks![0] >= '4');
        crowd.Results[0].ShouldContain("Жауап саны: 54");
        crowd.Results.ShouldContain(r => r.StartsWith("Жалпы баға: 4 және 5") && r.Contains($"({good}/54)") && r.EndsWith("n = 54"));
        crowd.Results.ShouldContain(r => r.StartsWith("Досқа кеңес беру:") && r.Contains("100,0% (54/54)"));
    }

    private static List<Dictionary<string, object>> Rows(List<(string Table, Dictionary<string, object> Row)> dump, string table) => [.. dump.Where(r => r.Table == table).Select(r => r.Row)];

    /// <summary>"table.column" of the cells that hold a text.</summary>
    private static IEnumerable<string> Holding(List<(string Table, Dictionary<string, object> Row)> dump, string text) =>
        from row in dump from cell in row.Row where SurveyedCrowd.Text(cell.Value).Contains(text, StringComparison.Ordinal) select $"{row.Table}.{cell.Key}";

    /// <summary>Whether an answer may be of somebody with these codes.</summary>
    private static bool Fits(Dictionary<string, object> row, SurveyCodes codes) => Same(row["gender"], codes.Gender) && Same(row["category"], codes.Category) && Same(row["territory"], codes.Territory)
        && Same(row["language"], codes.Language) && Same(row["channel"], codes.Channel) && (Same(row["age"], codes.Age) || (string)row["age"] == codes.Age switch { "13_16" => "0_16", "17_22" => "17_32", _ => "33_plus" });

    private static bool Same(object stored, string? known) => stored is DBNull || (string)stored == known;

    /// <summary>The order in which things are stored says nothing of the order in which they came, forwards or backwards.</summary>
    private static void Unordered(List<int> places)
    {
        places.Order().ShouldBe(Enumerable.Range(0, places.Count));
        var n = places.Count;
        var apart = places.Select((place, index) => Math.Pow(place - index, 2)).Sum();
        Math.Abs(1 - 6 * apart / (n * (Math.Pow(n, 2) - 1))).ShouldBeLessThan(0.65); // Spearman's; once in a million by chance
        places.Where((place, index) => place == index).Count().ShouldBeLessThan(10);
    }
}
