using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Jobs;

/// <summary>One kind of work that falls due. It runs inside the commit that removes its row, so it is done once.</summary>
internal interface IDueWork
{
    /// <summary>Name of the work in the due rows.</summary>
    string Kind { get; }

    /// <summary>
    /// Does it, or a part of it: a commit holds up everybody who writes, so long work does some hundreds of rows at a time and returns how far
    /// it has come; null = done. Work that recurs plans itself anew.
    /// </summary>
    long? Run(Aftermath after, DueRow due);
}
