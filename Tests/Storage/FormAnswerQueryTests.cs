using System.IO.Compression;
using System.Text;
using GrantBot.Bot.Jobs;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>Answers as staff get them: numbered for good, without those who withdrew, their files in archives of a size that can be sent.</summary>
public abstract class FormAnswerQueryTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private readonly TestDatabase database;
    private readonly GrantBotDb db;

    protected FormAnswerQueryTests(Product product)
    {
        database = TestDatabase.Ready(product);
        db = database.Db();
    }

    public void Dispose()
    {
        db.Dispose();
        database.Dispose();
    }

    [Fact]
    public void answers_keep_their_numbers_when_somebody_before_them_is_erased()
    {
        var people = Enumerable.Range(1, 450).Select(n => Answer(n, [])).ToList();
        db.SaveChanges();
        Eraser.Erase(db, people[200], null, Now);
        var query = new FormAnswerQuery(db, "outing");
        query.Read().Select(a => a.Number).ShouldBe(Enumerable.Range(1, 450).Where(n => n != 201));
        query.Read(from: 201).First().Answers["wish"].ShouldBe("wish 202");
        query.Erased().ShouldBe(1);
        new FormAnswerQuery(db, "other").Read().ShouldBeEmpty();
    }

    [Fact]
    public void files_go_in_archives_of_a_size_and_none_is_left_out()
    {
        Answer(1, ["a", "b"]);
        Answer(2, []);
        Answer(3, ["c", "d", "e"]);
        db.SaveChanges();
        Archives(most: 22).ShouldBe(
        [
            "outing-files-1.zip: 1-file1.pdf=content-a, 1-file2.pdf=content-b",
            "outing-files-3.zip: 3-file1.pdf=content-c, 3-file2.pdf=content-d",
            "outing-files-3.zip: 3-file3.pdf=content-e",
        ]);
        Archives(most: 1).Count.ShouldBe(5);
        Archives(AnswerZip.MostBytes).Single().ShouldStartWith("outing-files-1-3.zip: 1-file1.pdf");
    }

    [Fact]
    public void somebody_elses_file_of_the_same_content_is_not_taken()
    {
        var person = Answer(1, ["a"]);
        db.SaveChanges();
        db.Files.Single().PersonId = new PersonId(Ids.New(Now));
        db.SaveChanges();
        db.Files.Single().PersonId.ShouldNotBe(person);
        AnswerZip.Pack(db, new FormAnswerQuery(db, "outing").Read(), 1, 0).Content.ShouldBeNull();
    }

    [Fact]
    public void what_was_made_for_staff_goes_after_ten_days_even_while_they_fill_a_form()
    {
        var sana = new FilledPerson("sana", Now);
        sana.Store(db); // her chat is in the midst of a form
        foreach (var row in db.Files) db.Remove(row);
        db.Files.AddRange(FileStore.Make("outing-answers.xlsx", Xlsx.MediaType, [1], sana.Chat, Now), FileStore.Make("outing-files-1.zip", AnswerZip.MediaType, [1], sana.Chat, Now),
            FileStore.Make("0.jpg", AnswerFile.MediaType, [1], sana.Chat, Now));
        foreach (var chat in db.Chats) chat.LastHeardAt = Now.AddDays(11);
        db.SaveChanges();
        new Housekeeping().Run(new Aftermath(db, Now.AddDays(11)), new DueRow { Subject = "all" });
        db.Files.Select(f => f.Name).ToList().ShouldBe(["0.jpg"]);
    }

    private List<string> Archives(long most)
    {
        var made = new List<string>();
        (int Answer, int Done)? next = (1, 0);
        while (next is var (answer, done))
        {
            var zip = AnswerZip.Pack(db, new FormAnswerQuery(db, "outing").Read(answer), answer, done, most);
            using var opened = new ZipArchive(new MemoryStream(zip.Content!));
            opened.Entries.Count.ShouldBe(zip.Count);
            made.Add($"{zip.FileName("outing")}: {string.Join(", ", opened.Entries.Select(e => $"{e.Name}={new StreamReader(e.Open()).ReadToEnd()}"))}");
            next = zip.Rest;
        }
        return made;
    }

    private PersonId Answer(int number, string[] files)
    {
        var at = Now.AddMinutes(number);
        var person = new PersonId(Ids.New(at));
        db.People.Add(new PersonRow { Id = person, CreatedAt = at });
        var answers = new Dictionary<string, string> { ["wish"] = $"wish {number}" };
        foreach (var (index, content) in files.Index())
        {
            var value = AnswerFile.Value(new string(content[0], 64), "x.pdf");
            answers[$"file{index + 1}"] = value;
            var row = FileStore.Make(value, AnswerFile.MediaType, Encoding.UTF8.GetBytes("content-" + content), null, at);
            row.PersonId = person;
            db.Files.Add(row);
        }
        db.FormAnswers.Add(new FormAnswerRow
        {
            Id = Ids.New(at).ToString("N"), FormId = "outing", FormVersion = "1", PersonId = person, Channel = ChannelKind.Web, Language = "kk", StartedAt = at, FinishedAt = at, Answers = DomainJson.Write(answers),
        });
        return person;
    }
}

public sealed class FormAnswerQueryOnSqliteTests() : FormAnswerQueryTests(Product.Sqlite);

public sealed class FormAnswerQueryOnPostgresTests() : FormAnswerQueryTests(Product.Postgres);
