using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Erasure;
using GrantBot.Infrastructure.Storage.Projections;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Storage;

/// <summary>Whose the files are that people answer with.</summary>
public abstract class AnswerFileTests(Product product) : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly string Letter = AnswerFile.Value(new string('a', 64), "letter.pdf");
    private readonly TestDatabase database = TestDatabase.Ready(product);
    private readonly ChatId parent = new(Ids.New(Now));
    private readonly PersonId first = new(Ids.New(Now)), second = new(Ids.New(Now.AddSeconds(1)));

    public void Dispose() => database.Dispose();

    [Fact]
    public void two_children_with_the_same_letter_each_keep_their_own()
    {
        Send();
        Answer(first);
        Send();
        Answer(second);
        using (var db = database.Db()) Eraser.Erase(db, second, asking: null, Now);
        using var left = database.Db();
        left.Files.Single().PersonId.ShouldBe(first);
    }

    [Fact]
    public void a_parent_who_is_erased_does_not_take_the_children_s_answers_along()
    {
        Send();
        Answer(first);
        using (var db = database.Db()) Eraser.Erase(db, new(Ids.New(Now.AddSeconds(2))), asking: parent, Now);
        using var left = database.Db();
        left.Files.Single().PersonId.ShouldBe(first);
    }

    [Fact]
    public void a_file_of_a_form_never_sent_belongs_to_nobody_and_goes_with_the_chat()
    {
        Send();
        using (var db = database.Db()) Eraser.Erase(db, first, asking: parent, Now);
        using var left = database.Db();
        left.Files.ShouldBeEmpty();
    }

    private void Send() => Write(db => db.Files.Add(FileStore.Make(Letter, AnswerFile.MediaType, [1], parent, Now)));

    private void Answer(PersonId person) => Write(db => Projection.Apply(db,
        new Fact.FormAnswered(Ids.New(Now), person, "club", "1", Now, new Dictionary<string, string> { ["letter"] = Letter }), new(parent, ChannelKind.Telegram, "kk", Now)));

    private void Write(Action<GrantBotDb> write)
    {
        using var db = database.Db();
        write(db);
        db.SaveChanges();
    }
}

public sealed class AnswerFileOnSqliteTests() : AnswerFileTests(Product.Sqlite);

public sealed class AnswerFileOnPostgresTests() : AnswerFileTests(Product.Postgres);
