using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace GrantBot.Infrastructure.Storage.Postgres;

/// <summary>
/// Runs everything once, and makes EF read a query's rows before it hands out the first: a connection to PostgreSQL answers one question at a time, while code
/// that looks a row's neighbours up asks the next one in between. (EF buffers where a strategy could retry.)
/// </summary>
internal sealed class Buffered(ExecutionStrategyDependencies dependencies) : IExecutionStrategy
{
    public bool RetriesOnFailure => true;

    public TResult Execute<TState, TResult>(TState state, Func<DbContext, TState, TResult> operation, Func<DbContext, TState, ExecutionResult<TResult>>? verifySucceeded) =>
        operation(dependencies.CurrentContext.Context, state);

    public Task<TResult> ExecuteAsync<TState, TResult>(TState state, Func<DbContext, TState, CancellationToken, Task<TResult>> operation, Func<DbContext, TState, CancellationToken, Task<ExecutionResult<TResult>>>? verifySucceeded, CancellationToken cancellationToken = default) =>
        operation(dependencies.CurrentContext.Context, state, cancellationToken);
}
