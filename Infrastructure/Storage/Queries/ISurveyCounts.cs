using GrantBot.Domain.Indicators.Asking;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Counts the measures of surveys (<see cref="CountEngine.IsOfSurveys"/>) from the table of their answers.</summary>
internal interface ISurveyCounts
{
    /// <summary>The answer; null while there are no answers to count.</summary>
    Task<CountAnswer?> CountAsync(CountQuestion question, AskingWorld world, CancellationToken cancel);
}

/// <summary>Until surveys are stored: no answers.</summary>
internal sealed class NoSurveyCounts : ISurveyCounts
{
    public Task<CountAnswer?> CountAsync(CountQuestion question, AskingWorld world, CancellationToken cancel) => Task.FromResult<CountAnswer?>(null);
}
