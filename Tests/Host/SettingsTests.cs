using GrantBot.Bot.Setup;
using GrantBot.Infrastructure.Storage.Postgres;
using GrantBot.Infrastructure.Storage.Sqlite;
using Microsoft.Extensions.Configuration;

namespace GrantBot.Tests.Host;

/// <summary>What somebody is told who wrote a setting wrongly.</summary>
public sealed class SettingsTests
{
    private const string Token = "123456789:AAsecretsecretsecretsecretsecretsecret";

    /// <summary>Settings as "key=value;key=value", the one that is named, and a piece of the remedy.</summary>
    public static TheoryData<string, string, string> Wrong => new()
    {
        { "Telegram:Token=secret", "Telegram__Token", "@BotFather" },
        { "Telegram:WebhookUrl=https://bot.example.org", "Telegram__WebhookUrl", "@BotFather" },
        { $"Telegram:Token={Token};Telegram:WebhookUrl=https://bot.example.org", "Telegram__WebhookSecret", "openssl rand -hex 32" },
        { $"Telegram:Token={Token};Telegram:WebhookUrl=https://bot.example.org;Telegram:WebhookSecret=secret secret", "Telegram__WebhookSecret", "openssl rand -hex 32" },
        { $"Telegram:Token={Token};Telegram:WebhookUrl=http://bot.example.org;Telegram:WebhookSecret=secret", "Telegram__WebhookUrl", "https://" },
        { $"Telegram:Token={Token};Telegram:WebhookUrl=bot;Telegram:WebhookSecret=secret", "Telegram__WebhookUrl", "Write it whole" },
        { $"Telegram:Token={Token};Telegram:WebhookUrl=https://bot.example.org/elsewhere;Telegram:WebhookSecret=secret", "Telegram__WebhookUrl", "/telegram/webhook" },
        { $"Telegram:Token={Token};Telegram:ApiBaseUrl=nowhere", "Telegram__ApiBaseUrl", "Leave it out" },
        { "WhatsApp:AccessToken=secret;WhatsApp:VerifyToken=secret;WhatsApp:PhoneNumberId=1", "WhatsApp__AppSecret", "developers.facebook.com" },
        { "WhatsApp:AppSecret=secret;WhatsApp:VerifyToken=secret;WhatsApp:PhoneNumberId=1", "WhatsApp__AccessToken", "business.facebook.com" },
        { "WhatsApp:AppSecret=secret;WhatsApp:AccessToken=secret;WhatsApp:PhoneNumberId=1", "WhatsApp__VerifyToken", "make up" },
        { "WhatsApp:AppSecret=secret;WhatsApp:AccessToken=secret;WhatsApp:VerifyToken=secret;WhatsApp:PhoneNumberId=+7 700", "WhatsApp__PhoneNumberId", "digits only" },
        { "WhatsApp:AppSecret=secret;WhatsApp:AccessToken=secret;WhatsApp:VerifyToken=secret;WhatsApp:PhoneNumberId=1;WhatsApp:Templates:kk=Қош", "WhatsApp__Templates__kk", "approved template" },
        { "WhatsApp:Number=+7 700 000 00 00", "WhatsApp__Number", "77000000000" },
        { "Organisation:Bin=12345", "Organisation__Bin", "12 digits" },
        { "Organisation:ConsentUntil=31.12.2027", "Organisation__ConsentUntil", "2027-12-31" },
        { "ConnectionStrings:GrantBot=Server=secret", "ConnectionStrings__GrantBot", "Data Source=data/grantbot.db" },
        { "ConnectionStrings:GrantBot=Data Source=", "ConnectionStrings__GrantBot", "Data Source=data/grantbot.db" },
        { "Storage:Synchronous=maybe", "Storage__Synchronous", "FULL, NORMAL, OFF" },
        { "Stats:HideCellsUnder=-1", "Stats__HideCellsUnder", "from 0 to 100" },
        { "Digest:At=Monday", "Digest__At", "Mon 09:00, or off" },
        { "WebChat:Enabled=ия", "WebChat__Enabled", "true or false" },
        { "Demo=1", "Demo", "true or false" },
        { "TimeZone=Ақтау", "TimeZone", "Asia/Aqtau" },
    };

    [Theory, MemberData(nameof(Wrong))]
    public void a_wrong_setting_is_named_with_its_remedy_and_without_its_secret(string settings, string name, string remedy)
    {
        var problem = Read(settings).Problems.ShouldHaveSingleItem();
        problem.ShouldStartWith(name + " ");
        problem.ShouldContain(remedy);
        problem.ShouldNotContain("secret", Case.Sensitive);
    }

    [Fact]
    public void all_mistakes_are_said_at_once() => Read("Telegram:Token=secret;Organisation:Bin=1;Stats:HideCellsUnder=many;TimeZone=Mars").Problems.Count.ShouldBe(4);

    [Fact]
    public void settings_that_end_in_a_log_show_no_secret()
    {
        var (settings, problems) = Read($"Telegram:Token={Token};Telegram:WebhookUrl=https://bot.example.org;Telegram:WebhookSecret=secret;"
            + "WhatsApp:AppSecret=secret;WhatsApp:AccessToken=secret;WhatsApp:VerifyToken=secret;WhatsApp:PhoneNumberId=1");
        problems.ShouldBeEmpty();
        (settings.Telegram!.Token, settings.WhatsApp!.AppSecret).ShouldBe((Token, "secret"));
        settings.ToString().ShouldNotContain("secret");
        settings.Telegram.ToString().ShouldNotContain("secret");
        settings.WhatsApp.ToString().ShouldNotContain("secret");
    }

    [Fact]
    public void with_no_settings_a_stranger_gets_the_web_chat_and_everything_else_that_is_safe()
    {
        var (settings, problems) = Read("");
        problems.ShouldBeEmpty();
        (settings.WebChat, settings.HasMessenger, settings.Demo).ShouldBe((true, false, null));
        (settings.Zone.Id, settings.HideCellsUnder).ShouldBe(("Asia/Aqtau", 0));
        var engine = settings.Engine.ShouldBeOfType<SqliteEngine>();
        (engine.Synchronous, engine.ConnectionString).ShouldBe(("FULL", "Data Source=data/grantbot.db"));
    }

    [Theory]
    [InlineData("Host=db;Database=grantbot;Username=u;Password=secret")]
    [InlineData("Server=db; database = grantbot; Username=u")]
    public void a_connection_string_with_a_host_means_postgresql(string connectionString)
    {
        var (settings, problems) = SettingsReader.Read(new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:GrantBot", connectionString), new("Storage:Folder", "kept")]).Build());
        problems.ShouldBeEmpty();
        settings.Engine.ShouldBeOfType<PostgresEngine>().Beside("survey.key").ShouldBe(Path.GetFullPath("kept/survey.key"));
    }

    [Theory]
    [InlineData($"Telegram:Token={Token}", false)]
    [InlineData($"Telegram:Token={Token};WebChat:Enabled=true", true)]
    [InlineData("WhatsApp:AppSecret=secret;WhatsApp:AccessToken=secret;WhatsApp:VerifyToken=secret;WhatsApp:PhoneNumberId=1", false)]
    [InlineData("WebChat:Enabled=false", false)]
    public void the_web_chat_is_on_only_without_a_messenger_unless_said(string settings, bool on)
    {
        var read = Read(settings);
        read.Problems.ShouldBeEmpty();
        read.Settings.WebChat.ShouldBe(on);
    }

    [Theory, InlineData("https://bot.example.org"), InlineData("https://bot.example.org/"), InlineData("https://bot.example.org/telegram/webhook")]
    public void a_webhook_address_may_leave_out_the_path(string url) =>
        Read($"Telegram:Token={Token};Telegram:WebhookSecret=secret;Telegram:WebhookUrl={url}").Settings.Telegram!.WebhookUrl.ShouldBe("https://bot.example.org/telegram/webhook");

    [Fact]
    public void spaces_around_a_token_do_no_harm() => Read($"Telegram:Token= {Token} ").Problems.ShouldBeEmpty();

    private static (BotSettings Settings, IReadOnlyList<string> Problems) Read(string settings) => SettingsReader.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(s => s.Split('=', 2)).Select(s => KeyValuePair.Create<string, string?>(s[0], s[1]))).Build());
}
