using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class ClientTests
{
    [Fact]
    public async Task a_file_of_a_person_can_be_fetched_for_seven_days()
    {
        await using var talk = await Conversation.StartAsync();
        var media = talk.Emulator.KeepInbound("image/jpeg", [1, 2, 3]);
        await using (var stream = await talk.Client.DownloadAsync(media.Id, Conversation.Soon))
        {
            var copy = new MemoryStream();
            await stream.ShouldNotBeNull().CopyToAsync(copy);
            copy.ToArray().ShouldBe([1, 2, 3]);
        }
        talk.Emulator.Advance(TimeSpan.FromDays(8));
        (await talk.Client.DownloadAsync(media.Id, Conversation.Soon)).ShouldBeNull();
    }

    [Fact]
    public async Task silence_ends_with_the_client_s_patience()
    {
        await using var emulator = await WhatsAppEmulator.StartAsync();
        emulator.FailNext(1, new Fault.Delay(TimeSpan.FromMinutes(1)));
        using var http = new HttpClient { Timeout = TimeSpan.FromMilliseconds(50) };
        var client = new WhatsAppClient(http, new() { AccessToken = emulator.Options.AccessToken, PhoneNumberId = emulator.Options.PhoneNumberId, ApiBaseUrl = emulator.BaseUrl.ToString() });
        (await client.SendAsync(new() { Type = "text", To = "+77000000000", Text = new("x") }, Conversation.Soon)).Failure.ShouldBe("no answer in time");
    }

    [Fact]
    public async Task the_number_people_write_to_is_asked_for()
    {
        await using var talk = await Conversation.StartAsync();
        (await talk.Client.GetPhoneAsync(Conversation.Soon)).Value!.DisplayPhoneNumber.ShouldBe("+7 700 000 00 01");
    }

    [Theory]
    [InlineData("https://lookaside.fbsbx.com/whatsapp/1", true)]
    [InlineData("https://graph.facebook.com/v25.0/1", true)]
    [InlineData("https://mmg.whatsapp.net/1", true)]
    [InlineData("http://lookaside.fbsbx.com/1", false)]
    [InlineData("https://evilfbsbx.com/1", false)]
    [InlineData("https://graph.facebook.com.example.org/1", false)]
    public void the_token_goes_to_meta_only(string address, bool may)
    {
        using var http = new HttpClient();
        new WhatsAppClient(http, new() { AccessToken = "EAA", PhoneNumberId = "1" }).MayHaveToken(new(address)).ShouldBe(may);
    }
}
