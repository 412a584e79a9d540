using System.Net;
using System.Text;

namespace GrantBot.Tests.Host;

/// <summary>Who gets behind the desk's door, and who does not.</summary>
public sealed class DeskDoorTests
{
    [Fact]
    public async Task a_link_opens_once_and_for_ten_minutes()
    {
        await using var house = await DeskHouse.OpenAsync();
        using var client = Client(house);
        var code = (await house.LinkAsync()).Fragment[1..];
        (await PostAsync(client, "open", $$"""{"code":"{{code}}"}""")).ShouldBe(HttpStatusCode.OK);
        (await PostAsync(client, "open", $$"""{"code":"{{code}}"}""")).ShouldBe(HttpStatusCode.Gone);
        var late = (await house.LinkAsync()).Fragment[1..];
        await house.Bot.PassAsync(TimeSpan.FromMinutes(11));
        (await PostAsync(client, "open", $$"""{"code":"{{late}}"}""")).ShouldBe(HttpStatusCode.Gone);
        (await GetAsync(client)).ShouldBe(HttpStatusCode.OK);
        await house.Bot.PassAsync(TimeSpan.FromHours(16));
        (await GetAsync(client)).ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("open", "{}", HttpStatusCode.BadRequest)]
    [InlineData("open", "[", HttpStatusCode.BadRequest)]
    [InlineData("open", """{"code":"ABCDEFGHJKLM"}""", HttpStatusCode.Gone)]
    [InlineData("scans", """{"scans":[]}""", HttpStatusCode.Unauthorized)]
    [InlineData("close", "{}", HttpStatusCode.OK)]
    public async Task without_a_link_nothing_opens(string path, string body, HttpStatusCode status)
    {
        await using var house = await DeskHouse.OpenAsync();
        using var client = Client(house);
        (await GetAsync(client)).ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(client, path, body)).ShouldBe(status);
    }

    [Fact]
    public async Task another_page_can_neither_read_nor_send()
    {
        await using var house = await DeskHouse.OpenAsync();
        using var client = Client(house);
        await PostAsync(client, "open", $$"""{"code":"{{(await house.LinkAsync()).Fragment[1..]}}"}""");
        client.DefaultRequestHeaders.Remove("X-GrantBot");
        (await GetAsync(client)).ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(client, "scans", """{"scans":[]}""")).ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task a_flood_of_scans_and_broken_ones_are_refused_whole()
    {
        await using var house = await DeskHouse.OpenAsync();
        using var client = Client(house);
        await PostAsync(client, "open", $$"""{"code":"{{(await house.LinkAsync()).Fragment[1..]}}"}""");
        var scan = """{"id":"0195515e-0000-7000-8000-000000000001","number":1,"session":"","at":0}""";
        (await PostAsync(client, "scans", $$"""{"scans":[{{string.Join(',', Enumerable.Repeat(scan, 101))}}]}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(client, "scans", """{"scans":[{"id":"x","number":1}]}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(client, "scans", """{"scans":[null]}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(client, "scans", $$"""{"pad":"{{new string('x', 70_000)}}","scans":[]}""")).ShouldBe(HttpStatusCode.BadRequest);
        (await house.CameAsync()).ShouldBeEmpty();
        (await PostAsync(client, "scans", $$"""{"scans":[{{scan}},{{scan}}]}""")).ShouldBe(HttpStatusCode.OK);
        (await house.CameAsync()).Count.ShouldBe(1);
    }

    [Fact]
    public async Task the_page_may_use_the_camera_and_nothing_from_elsewhere()
    {
        await using var house = await DeskHouse.OpenAsync();
        using var client = Client(house);
        using var page = await client.GetAsync(new Uri("", UriKind.Relative));
        page.StatusCode.ShouldBe(HttpStatusCode.OK);
        page.Headers.GetValues("Permissions-Policy").Single().ShouldContain("camera=(self)");
        page.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'none'");
    }

    private static HttpClient Client(DeskHouse house)
    {
        var client = new HttpClient(new SocketsHttpHandler { UseProxy = false, CookieContainer = new(), AllowAutoRedirect = false }) { BaseAddress = new Uri(house.Bot.Address, "desk/") };
        client.DefaultRequestHeaders.Add("X-GrantBot", "desk");
        return client;
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.PostAsync(new Uri(path, UriKind.Relative), content);
        return answer.StatusCode;
    }

    private static async Task<HttpStatusCode> GetAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("list", UriKind.Relative));
        return answer.StatusCode;
    }
}
