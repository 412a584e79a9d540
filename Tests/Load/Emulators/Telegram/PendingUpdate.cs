namespace GrantBot.Load.Emulators.Telegram;

/// <summary>An update the bot has not taken yet.</summary>
/// <param name="Id">Its update_id.</param>
/// <param name="Key">Updates of one key are posted one after another; those of different keys at the same time (platform/telegram.md A3.9).</param>
/// <param name="Body">The JSON.</param>
/// <param name="Expires">When Telegram forgets it.</param>
internal sealed record PendingUpdate(long Id, long Key, byte[] Body, DateTimeOffset Expires);
