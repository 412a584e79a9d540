using System.Diagnostics;
using System.Globalization;
using GrantBot.Domain.Conversation;
using GrantBot.Load.Places;
using GrantBot.Load.Walk;

namespace GrantBot.Load.Runs;

/// <summary>What one run brought to light.</summary>
internal sealed record LoadResult(Tally Tally, Storage Storage, ProcessFigures Figures)
{
    public required int People { get; init; }
    public required int Messages { get; init; }
    public required int Kills { get; init; }

    /// <summary>What the bot left behind at each gentle stop; the last is the run's end.</summary>
    public required IReadOnlyList<Stop> Stops { get; init; }

    public required TimeSpan Took { get; init; }
    public required TimeSpan Ready { get; init; }
    public required TimeSpan FirstReply { get; init; }
    public required double P50 { get; init; }
    public required double P95 { get; init; }
    public required double P99 { get; init; }
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Everybody was registered once, with the right answers, without a wrong word, every stop was clean, and nothing is left over.</summary>
    public bool Flawless => Stops.All(s => s == default) && Storage.IsRight && Tally[Met.Registered] == People && Tally[Met.Lost] + Tally[Met.Refused] + Tally[Met.Fault] + Tally[Met.Restart] == 0;
}

/// <summary>One run: starts the bot beside an emulator, walks everybody through a registration, stops the bot and checks what it stored.</summary>
internal static class LoadRun
{
    public static async Task<LoadResult> GoAsync(LoadOptions options)
    {
        await using var place = await OpenAsync(options);
        await using var bot = new BotProcess(options.Bot, options);
        bot.Set(place.Settings(bot.Address));
        var crowd = new Crowd(place, Content.Beside(options.Bot), options.People, options.Concurrent);
        var begun = Stopwatch.GetTimestamp();
        await bot.StartAsync();
        await place.ConnectedAsync();
        var ready = Stopwatch.GetTimestamp();
        var killer = new Killer(bot, crowd, options);
        var killing = killer.RunAsync();
        await crowd.WalkAsync(options.Stall, options.Limit);
        await killing;
        await killer.StopAsync();
        var result = new LoadResult(crowd.Tally, Storage.Check(bot.Engine, crowd), bot.Figures)
        {
            People = options.People, Messages = crowd.Acts, Kills = killer.Kills, Stops = killer.Stops, Took = Stopwatch.GetElapsedTime(ready, crowd.LastAt), Ready = Stopwatch.GetElapsedTime(begun, ready),
            FirstReply = Stopwatch.GetElapsedTime(begun, crowd.FirstAt), P50 = crowd.Wait(0.50), P95 = crowd.Wait(0.95), P99 = crowd.Wait(0.99), Notes = crowd.Notes,
        };
        await File.WriteAllTextAsync(Path.Combine(bot.Folder, "console.log"), bot.LogText());
        if (result.Flawless && !options.Keep) Directory.Delete(bot.Folder, recursive: true);
        else Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"kept {bot.Folder}"));
        return result;
    }

    private static async Task<IPlace> OpenAsync(LoadOptions options) => options.Channel switch
    {
        ChannelKind.Telegram => await TelegramPlace.OpenAsync(options),
        ChannelKind.WhatsApp => await WhatsAppPlace.OpenAsync(options),
        ChannelKind.Web => new WebPlace(),
        _ => throw new UnreachableException(),
    };
}
