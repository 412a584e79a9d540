using System.Globalization;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Organising.Digests;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Postgres;
using GrantBot.Infrastructure.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace GrantBot.Bot.Setup;

/// <summary>Reads settings and finds every mistake at once; each message names the setting and the remedy and never a secret.</summary>
internal sealed class SettingsReader(IConfiguration configuration)
{
    private readonly List<string> problems = [];

    /// <summary>The settings; with problems they must not be used.</summary>
    public static (BotSettings Settings, IReadOnlyList<string> Problems) Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        return (reader.Read(), reader.problems);
    }

    private BotSettings Read()
    {
        var telegram = Telegram();
        var whatsApp = WhatsApp();
        return new()
        {
            Engine = Engine(),
            Telegram = telegram, WhatsApp = whatsApp, Organisation = Organisation(), Zone = Zone(),
            WebChat = YesNo("WebChat:Enabled") ?? (telegram is null && whatsApp is null),
            Demo = YesNo("Demo"),
            HideCellsUnder = Number("Stats:HideCellsUnder", 0, 0, 100),
            Surveys = new(OneOf("Surveys:Satisfaction", "ON", "ON", "OFF") == "ON", Number("Surveys:HoursAfter", 2, 0, 72)),
            Consultations = new(Hours(), Number("Consult:AnswerHours", 8, 1, 100)),
            Broadcasts = TemplatePrice(), DigestAt = DigestAt(),
            WhatsAppNumber = WhatsAppNumber(), PublicUrl = PublicUrl(),
            LogFolder = Text("Logs:Folder", "data/logs"),
        };
    }

    private TelegramOptions? Telegram()
    {
        if (Text("Telegram:Token", "").Length == 0)
        {
            if (Text("Telegram:WebhookUrl", "").Length > 0) problems.Add("Telegram__WebhookUrl is set but Telegram__Token is not. Ask @BotFather for the token, or remove the address.");
            return null;
        }
        var url = Text("Telegram:WebhookUrl", "");
        if (Uri.TryCreate(url, UriKind.Absolute, out var address) && address.AbsolutePath == "/") url = url.TrimEnd('/') + Ingress.TelegramEndpoint.Path;
        var options = new TelegramOptions
        {
            Token = Text("Telegram:Token", ""), ApiBaseUrl = Text("Telegram:ApiBaseUrl", TelegramOptions.PublicApi),
            WebhookUrl = url.Length == 0 ? null : url, WebhookSecret = Text("Telegram:WebhookSecret", ""),
        };
        problems.AddRange(options.Problems());
        if (address is not null && new Uri(url).AbsolutePath != Ingress.TelegramEndpoint.Path)
            problems.Add($"Telegram__WebhookUrl must end in {Ingress.TelegramEndpoint.Path}, the path this program listens on.");
        return options;
    }

    private WhatsAppOptions? WhatsApp()
    {
        var options = new WhatsAppOptions
        {
            AccessToken = Text("WhatsApp:AccessToken", ""), AppSecret = Text("WhatsApp:AppSecret", ""), VerifyToken = Text("WhatsApp:VerifyToken", ""),
            PhoneNumberId = Text("WhatsApp:PhoneNumberId", ""), ApiBaseUrl = Text("WhatsApp:ApiBaseUrl", "https://graph.facebook.com"), ApiVersion = Text("WhatsApp:ApiVersion", "v25.0"),
            Templates = configuration.GetSection("WhatsApp:Templates").GetChildren().Where(c => c.Value is not null).ToDictionary(c => c.Key, c => c.Value!, StringComparer.Ordinal),
        };
        problems.AddRange(options.Problems());
        return options.Wanted ? options : null;
    }

    /// <summary>Cameras and work without a network need https; a browser makes an exception for its own machine only.</summary>
    private string? PublicUrl()
    {
        var text = Text("PublicUrl", "").TrimEnd('/');
        if (text.Length == 0) return null;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var url) || url.PathAndQuery != "/" || (url.Scheme != "https" && !(url.Scheme == "http" && url.IsLoopback)))
            problems.Add("PublicUrl must be the https address under which people reach this program, for example https://bot.example.org.");
        return text;
    }

    private BroadcastTerms TemplatePrice()
    {
        var text = Text("WhatsApp:TemplatePrice", "");
        if (text.Length == 0) return new();
        var words = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (decimal.TryParse(words[0], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var price) && price <= 1_000_000 && (words.Length == 1 || words[1].Length <= 10)) return new(price, words.Length > 1 ? words[1] : "");
        problems.Add("WhatsApp__TemplatePrice must be the price of one template message and what it is in, such as 12.5 ₸.");
        return new();
    }

    private DigestTime? DigestAt()
    {
        var text = Text("Digest:At", "Mon 09:00");
        if (string.Equals(text, "off", StringComparison.OrdinalIgnoreCase)) return null;
        if (DigestTime.Read(text) is { } at) return at;
        problems.Add("Digest__At must be a day of the week and a time such as Mon 09:00, or off.");
        return null;
    }

    private string WhatsAppNumber()
    {
        var number = Text("WhatsApp:Number", "");
        if (!number.All(char.IsAsciiDigit)) problems.Add("WhatsApp__Number must be the digits of the number people write to, with the country and without + or spaces, for example 77000000000.");
        return number;
    }

    private Organisation Organisation()
    {
        var bin = Text("Organisation:Bin", "000000000000");
        if (bin.Length != 12 || !bin.All(char.IsAsciiDigit)) problems.Add("Organisation__Bin must be the 12 digits of the organisation's BIN (БСН), for example 000000000000.");
        var until = Text("Organisation:ConsentUntil", "2027-12-31");
        if (!DateOnly.TryParseExact(until, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            problems.Add("Organisation__ConsentUntil must be a date such as 2027-12-31: the end of the project and of the checks after it.");
        var phone = Text("Organisation:Phone", "+7 700 000 00 00");
        return new()
        {
            Name = Text("Organisation:Name", "GrantBot Demo"), Bin = bin, Phone = phone, Address = Text("Organisation:Address", "–"),
            DataOfficer = Text("Organisation:DataOfficer", "–"), DataOfficerContact = Text("Organisation:DataOfficerContact", phone),
            GrantOperator = Text("Organisation:GrantOperator", "–"), Customer = Text("Organisation:Customer", "–"), ConsentUntil = date,
        };
    }

    private IEngine Engine()
    {
        const string usual = "Data Source=data/grantbot.db";
        var text = configuration.GetConnectionString("GrantBot") is { Length: > 0 } given ? given : usual;
        var synchronous = OneOf("Storage:Synchronous", "FULL", "FULL", "NORMAL", "OFF");
        try
        {
            if (PostgresDatabase.IsMeant(text)) return new PostgresEngine(PostgresDatabase.Completed(text), Text("Storage:Folder", "data"));
            var builder = new SqliteConnectionStringBuilder(text);
            if (builder.DataSource.Length == 0) throw new ArgumentException("no file");
            if (Path.GetDirectoryName(Path.GetFullPath(builder.DataSource)) is { } folder) Directory.CreateDirectory(folder);
            return new SqliteEngine(builder.ToString(), synchronous);
        }
        catch (Exception e) when (e is ArgumentException or IOException or UnauthorizedAccessException or FormatException)
        {
            problems.Add("ConnectionStrings__GrantBot cannot be used. Write a SQLite file this program may create, for example: Data Source=data/grantbot.db – or a PostgreSQL database, for example: Host=localhost;Database=grantbot;Username=grantbot;Password=…");
            return new SqliteEngine(usual, synchronous);
        }
    }

    private TimeZoneInfo Zone()
    {
        var name = Text("TimeZone", "Asia/Aqtau");
        if (TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)) return zone;
        problems.Add("TimeZone is not a known time zone. Write it like Asia/Aqtau.");
        return TimeZoneInfo.Utc;
    }

    private WorkingHours Hours()
    {
        if (WorkingHours.Read(Text("Consult:Hours", "Mon-Fri 09:00-18:00")) is { } hours) return hours;
        problems.Add("Consult__Hours must be days and times such as Mon-Fri 09:00-18:00, or several with commas between: Mon-Fri 09:00-18:00, Sat 10:00-14:00.");
        return WorkingHours.Usual;
    }

    private string Text(string key, string fallback) => configuration[key] is { Length: > 0 } value ? value.Trim() : fallback;

    private bool? YesNo(string key)
    {
        var text = Text(key, "");
        if (text.Length == 0) return null;
        if (bool.TryParse(text, out var value)) return value;
        problems.Add($"{Name(key)} must be true or false.");
        return null;
    }

    private int Number(string key, int fallback, int least, int most)
    {
        var text = Text(key, "");
        if (text.Length == 0) return fallback;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most) return value;
        problems.Add($"{Name(key)} must be a whole number from {least} to {most}.");
        return fallback;
    }

    private string OneOf(string key, string fallback, params string[] allowed)
    {
        var text = Text(key, fallback).ToUpperInvariant();
        if (allowed.Contains(text, StringComparer.Ordinal)) return text;
        problems.Add($"{Name(key)} must be one of {string.Join(", ", allowed)}.");
        return fallback;
    }

    private static string Name(string key) => key.Replace(":", "__", StringComparison.Ordinal);
}
