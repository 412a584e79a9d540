using System.Runtime.CompilerServices;
using System.Runtime.Loader;

namespace GrantBot.Infrastructure.Storage.Sqlite;

/// <summary>
/// Binds SQLite's native library. EF Core 10 is built against SQLitePCLRaw 2.1, whose strong name the runtime asks for,
/// while the package feed has 2.0.6 only; the two agree in every call EF makes. Drop this file when the feed has 2.1.
/// </summary>
internal static class SqliteNative
{
#pragma warning disable CA2255 // a module initialiser is the only place that runs before EF touches SQLite
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Bind()
    {
        AssemblyLoadContext.Default.Resolving += (_, name) => name.Name == "SQLitePCLRaw.core" ? typeof(SQLitePCL.raw).Assembly : null;
        SQLitePCL.Batteries_V2.Init();
    }
}
