using GrantBot.Domain.Consultations;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Organising.Digests;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Bot.Setup;

/// <summary>Everything a deployment decides, from environment variables (two underscores between the parts) or appsettings.json.</summary>
internal sealed record BotSettings
{
    /// <summary>What holds the data, and where.</summary>
    public required IEngine Engine { get; init; }

    public TelegramOptions? Telegram { get; init; }
    public WhatsAppOptions? WhatsApp { get; init; }
    public required Organisation Organisation { get; init; }
    public required TimeZoneInfo Zone { get; init; }
    public required bool WebChat { get; init; }

    /// <summary>Null: a demonstration is seeded only into a new database with no messenger configured.</summary>
    public bool? Demo { get; init; }

    /// <summary>Counts below this are hidden in what staff are told; 0 = shown.</summary>
    public int HideCellsUnder { get; init; }

    /// <summary>Surveys that follow every event.</summary>
    public SurveyTimes Surveys { get; init; } = new();

    /// <summary>When people may expect advice.</summary>
    public ConsultationTimes Consultations { get; init; } = new();

    /// <summary>What messages to many cost.</summary>
    public BroadcastTerms Broadcasts { get; init; } = new();

    /// <summary>When organisers get the weekly digest; null = they do not.</summary>
    public DigestTime? DigestAt { get; init; }

    /// <summary>Digits of the WhatsApp number people write to, for links; "" = WhatsApp is asked at start.</summary>
    public string WhatsAppNumber { get; init; } = "";

    /// <summary>Address under which people reach the program, without a slash at its end; null = the one it listens on.</summary>
    public string? PublicUrl { get; init; }

    public required string LogFolder { get; init; }

    public bool HasMessenger => Telegram is not null || WhatsApp is not null;
}
