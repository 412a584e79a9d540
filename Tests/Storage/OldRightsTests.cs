using GrantBot.Domain;
using GrantBot.Domain.People;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Sqlite;

namespace GrantBot.Tests.Storage;

/// <summary>Rights in a database older than roles, which SQLite alone has.</summary>
public sealed class OldRightsTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void the_four_rights_of_before_become_roles()
    {
        var (boss, aru) = (new ChatId(Ids.New(Now)), new ChatId(Ids.New(Now)));
        using var old = new SqliteFile().Migrated(17);
        using (var connection = old.Open())
        {
            SqliteFile.Run(connection, $"INSERT INTO staff(chat_id, role, since) VALUES('{boss.Value:N}', 'Owner', 1), ('{aru.Value:N}', 'Operator', 2); INSERT INTO codes(hash, purpose, subject, expires_at) VALUES('00ff', 'staff', 'Manager', {Now.AddDays(1).ToUnixTimeMilliseconds()})");
            SqliteMigrations.Apply(connection);
        }
        using var db = old.Db();
        db.Staff.Select(s => new { s.Role, s.Scope }).AsEnumerable().Select(s => (s.Role, s.Scope)).ShouldBe([("Owner", ""), ("Desk", ""), ("Consultant", "")], ignoreOrder: true);
        StaffQuery.ReadGrant(db.Codes.Single().Subject).ShouldBe(new StaffGrant(StaffRole.Organiser, StaffScope.All));
    }
}
