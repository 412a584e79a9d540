namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>Something that must happen at a time. Quartz only wakes the worker; this row says what is due.</summary>
internal sealed class DueRow
{
    public long Id { get; set; }

    /// <summary>Name of the work.</summary>
    public string Kind { get; set; } = "";

    /// <summary>What it concerns; unique within the kind while it waits.</summary>
    public string Subject { get; set; } = "";

    public DateTimeOffset DueAt { get; set; }
    public int Attempts { get; set; }

    /// <summary>How far long work has come; its own number, 0 at the start.</summary>
    public long Cursor { get; set; }
}

/// <summary>A small value of the program's own: bookmarks of background work, the web chat's key.</summary>
internal sealed class SettingRow
{
    public string Key { get; set; } = "";
    public string Value { get; set; } = "";
}
