using System.Data.Common;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Channels;

namespace GrantBot.Infrastructure.Storage.Sql;

/// <summary>The statements every message needs, as SQLite and PostgreSQL both understand them; the rest goes through EF. One instance belongs to the writer's one connection.</summary>
internal sealed class SqlCommands : IDisposable
{
    private readonly DbConnection connection;
    private readonly bool named;
    private readonly List<DbCommand> all = [];
    private readonly DbCommand receive, answered, park, newChat, newAddress, updateChat, reply, fact, sent, unreachable, receipt, line, lineBefore, save, keep, undo;

    public SqlCommands(DbConnection connection, bool named)
    {
        (this.connection, this.named) = (connection, named);
        save = Prepare("SAVEPOINT work", 0);
        keep = Prepare("RELEASE SAVEPOINT work", 0);
        undo = Prepare("ROLLBACK TO SAVEPOINT work", 0);
        receive = Prepare("INSERT INTO inbox(channel, external_id, chat_key, ord, payload, received_at, state) VALUES($1,$2,$3,$4,$5,$6,0) ON CONFLICT(channel, external_id) DO NOTHING RETURNING id", 6);
        answered = Prepare("UPDATE inbox SET state=1, payload=NULL, chat_key='' WHERE id=$1", 1);
        park = Prepare("UPDATE inbox SET state=2, error=$2 WHERE id=$1", 2);
        newChat = Prepare("INSERT INTO chats(id, channel, state, version, language, person_id, reachable, last_heard_at, created_at) VALUES($1,$2,$3,1,$4,$5,TRUE,$6,$6) ON CONFLICT DO NOTHING", 6);
        newAddress = Prepare("INSERT INTO chat_addresses(channel, value, chat_id) VALUES($1,$2,$3) ON CONFLICT DO NOTHING", 3);
        updateChat = Prepare("UPDATE chats SET state=$3, version=version+1, language=$4, person_id=$5, last_heard_at=$6, reachable=TRUE WHERE id=$1 AND version=$2", 6);
        reply = Prepare("INSERT INTO outbox(chat_id, payload, language, state, bulk, attempts, created_at, due_at, receipt, topic) VALUES($1,$2,$3,0,$4,0,$5,$5,0,$6) RETURNING id", 6);
        fact = Prepare("INSERT INTO facts(at, type, chat_id, person_id, data) VALUES($1,$2,$3,$4,$5)", 5);
        sent = Prepare("UPDATE outbox SET state=$2, message_id=$3, error=$4, sent_at=$5, attempts=attempts+1, payload=CASE WHEN $2 IN (1,3) OR ($2 <> 5 AND topic='confidential') THEN NULL ELSE payload END WHERE id=$1", 5);
        unreachable = Prepare("UPDATE chats SET reachable=$2 WHERE id=$1", 2);
        receipt = Prepare("UPDATE outbox SET receipt=CASE WHEN receipt < $2 THEN $2 ELSE receipt END, error=COALESCE($3, error) WHERE message_id=$1 AND ($2 <> 9 OR receipt < 2)", 3);
        lineBefore = Prepare("SELECT id FROM web_messages WHERE chat_id=$1 AND from_bot=$2 AND substr(payload, 1, length($3))=$3", 3);
        line = Prepare("INSERT INTO web_messages(chat_id, from_bot, payload, at) VALUES($1,$2,$3,$4) RETURNING id", 4);
    }

    /// <summary>Begins a work that can be undone alone; <see cref="Keep"/> or <see cref="Undo"/> must follow.</summary>
    public void Save() => Run(save);

    public void Keep() => Run(keep);

    public void Undo() { Run(undo); Run(keep); }

    public long Receive(InboxItem item, long now) =>
        Scalar(receive, (int)item.Channel, item.ExternalId, item.ChatKey, item.Order, item.Payload.ToArray(), now) is long id ? id : 0;

    public void Answered(long inboxId) => Run(answered, inboxId);

    public void Park(long inboxId, string error) => Run(park, inboxId, error);

    public bool NewChat(ChatId chat, ChannelKind channel, string state, string language, PersonId? person, long now) =>
        Run(newChat, Text(chat), (int)channel, state, language, Text(person), now) == 1;

    public bool NewAddress(ChatAddress address, ChatId chat) => Run(newAddress, (int)address.Channel, address.Value, Text(chat)) == 1;

    public bool UpdateChat(ChatId chat, int version, string state, string language, PersonId? person, long now) =>
        Run(updateChat, Text(chat), version, state, language, Text(person), now) == 1;

    public long Reply(ChatId chat, string json, string language, bool bulk, long now, string? topic) => (long)Scalar(reply, Text(chat), json, language, bulk, now, topic)!;

    public void Fact(long now, string type, ChatId? chat, PersonId? person, string json) => Run(fact, now, type, Text(chat), Text(person), json);

    public void Sent(long outboxId, int state, string? messageId, string? error, long now) => Run(sent, outboxId, state, messageId, error, now);

    public void Reachable(ChatId chat, bool reachable) => Run(unreachable, Text(chat), reachable);

    public void Receipt(string messageId, int kind, string? error) => Run(receipt, messageId, kind, error);

    /// <summary>Adds a line of a web chat unless one that begins so is there.</summary>
    public (long Id, bool IsNew) Line(ChatId chat, bool fromBot, string start, string json, long now) =>
        Scalar(lineBefore, Text(chat), fromBot, start) is long before ? (before, false) : ((long)Scalar(line, Text(chat), fromBot, json, now)!, true);

    /// <summary>Binds all statements to a transaction, as ADO demands.</summary>
    public void Join(DbTransaction transaction) { foreach (var command in all) command.Transaction = transaction; }

    public void Dispose() { foreach (var command in all) command.Dispose(); }

    private DbCommand Prepare(string sql, int parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        for (var i = 1; i <= parameters; i++)
        {
            var parameter = command.CreateParameter();
            if (named) parameter.ParameterName = "$" + i;
            command.Parameters.Add(parameter);
        }
        all.Add(command);
        return command;
    }

    private static int Run(DbCommand command, params ReadOnlySpan<object?> values) { Bind(command, values); return command.ExecuteNonQuery(); }

    private static object? Scalar(DbCommand command, params ReadOnlySpan<object?> values) { Bind(command, values); return command.ExecuteScalar(); }

    private static void Bind(DbCommand command, ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] is string text ? Storable.Text(text) : values[i] ?? DBNull.Value;
    }

    private static string Text(ChatId id) => id.Value.ToString("N");
    private static string? Text(ChatId? id) => id?.Value.ToString("N");
    private static string? Text(PersonId? id) => id?.Value.ToString("N");
}
