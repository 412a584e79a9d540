using System.Data.Common;
using GrantBot.Infrastructure.Storage.Sql;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace GrantBot.Infrastructure.Storage;

/// <summary>A database product, and what it does differently. Everything else is EF Core or SQL that all of them understand (<see cref="Sql"/>).</summary>
internal interface IEngine
{
    /// <summary>Options for contexts over their own connections.</summary>
    DbContextOptions<GrantBotDb> Options { get; }

    /// <summary>Brings the database to the newest version and tells the one found before; 0 = it was empty.</summary>
    /// <exception cref="UnfitDatabaseException">It cannot be used.</exception>
    int Migrate();

    /// <summary>Opens the connection of the one writer.</summary>
    WriterConnection OpenWriter();

    /// <summary>Path of a file that belongs to the database and is not kept in it.</summary>
    string Beside(string name);

    /// <summary>Path of the journal of sent replies (<see cref="SentJournal"/>).</summary>
    string Journal { get; }

    /// <summary>
    /// Says in the model what is written differently: how a chat's state is looked into for an unfinished form (<see cref="Tables.ChatRow.Unfinished"/>), which
    /// registrations wait in a queue, how much an index of them holds, and how texts are ordered, by code point as C# orders them.
    /// </summary>
    void Shape(ModelBuilder model);

    /// <summary>The function that makes one JSON text of several values.</summary>
    string JsonArray { get; }

    /// <summary>A column in a test for which no index is to be used.</summary>
    string NotByIndex(string column);

    /// <summary>Inserts many rows inside the transaction that is open, many times as fast as through EF.</summary>
    void Insert<T>(GrantBotDb db, IEnumerable<T> rows) where T : class;

    /// <summary>A row of numbers and texts that is read on its own; the same object stands for each row of a reader.</summary>
    SqlRow Row(DbDataReader reader);

    /// <summary>Makes a kept answer findable by its words.</summary>
    void AddAnswer(GrantBotDb db, long id, string words);

    /// <summary>It is found no more.</summary>
    void RemoveAnswer(GrantBotDb db, long id);

    /// <summary>Kept answers that share words with a question, the best first.</summary>
    List<long> FindAnswers(GrantBotDb db, string question, int most);
}

/// <summary>The program cannot start on the database; the message says why and what to do, and holds no secret.</summary>
internal sealed class UnfitDatabaseException(string message) : InvalidOperationException(message)
{
    /// <summary>It was made by a newer program.</summary>
    public static UnfitDatabaseException Newer(int found, int known) => new($"The database has schema version {found}, this program knows {known}: start a newer program.");
}

/// <summary>Tells a context its engine.</summary>
internal sealed class EngineOption(IEngine engine) : IDbContextOptionsExtension
{
    public IEngine Engine { get; } = engine;

    public DbContextOptionsExtensionInfo Info => new Known(this);

    public void ApplyServices(Microsoft.Extensions.DependencyInjection.IServiceCollection services) { }

    public void Validate(IDbContextOptions options) { }

    private sealed class Known(IDbContextOptionsExtension extension) : DbContextOptionsExtensionInfo(extension)
    {
        public override bool IsDatabaseProvider => false;
        public override string LogFragment => "";
        public override int GetServiceProviderHashCode() => 0;
        public override bool ShouldUseSameServiceProvider(DbContextOptionsExtensionInfo other) => true;
        public override void PopulateDebugInfo(IDictionary<string, string> debugInfo) { }
    }
}
