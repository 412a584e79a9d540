using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GrantBot.Infrastructure.Storage;

/// <summary>A query that EF compiles once for each model, since the engines have models of their own and a compiled query knows one only.</summary>
internal sealed class Compiled<T>(Func<T> compile) where T : Delegate
{
    private readonly ConcurrentDictionary<IModel, T> made = new();

    /// <summary>The query for the engine of a context.</summary>
    public T For(GrantBotDb db) => made.GetOrAdd(db.Model, static (_, compile) => compile(), compile);
}
