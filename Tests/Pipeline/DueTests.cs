using GrantBot.Bot.Jobs;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GrantBot.Tests.Pipeline;

public sealed class DueTests
{
    private const string Kind = "test";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task work_that_cannot_be_written_waits_for_its_next_time_and_leaves_nothing(bool conflict)
    {
        var work = new Stubborn(conflict ? new ConflictException("moved") : new InvalidOperationException("a fault"));
        await using var house = await House.OpenAsync(more: s => s.AddSingleton<IDueWork>(work));
        await house.Writer.WriteAsync(new Work.Background(db => DueRows.Set(db, Kind, "one", House.Today)));
        house.Get<DueSignal>().Wake();
        await house.RestAsync();
        work.Tries.ShouldBe(1);
        await using var db = house.Db();
        var row = await db.Due.SingleAsync(d => d.Kind == Kind);
        (row.Attempts, row.DueAt > House.Today).ShouldBe((1, true));
        (await db.Settings.AnyAsync(s => s.Key == Kind)).ShouldBeFalse();
    }

    /// <summary>Writes something, then fails.</summary>
    private sealed class Stubborn(Exception fault) : IDueWork
    {
        public int Tries { get; private set; }

        public string Kind => DueTests.Kind;

        public long? Run(Aftermath after, DueRow due)
        {
            Tries++;
            after.Db.Settings.Add(new SettingRow { Key = Kind, Value = "1" });
            after.Db.SaveChanges();
            throw fault;
        }
    }
}
