using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage;

/// <summary>Opens short-lived contexts for reading. Writing goes through <see cref="IWriter"/>.</summary>
internal sealed class Databases(DbContextOptions<GrantBotDb> options) : IDbContextFactory<GrantBotDb>
{
    public GrantBotDb CreateDbContext() => new(options);
}
