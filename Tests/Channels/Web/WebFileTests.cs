using System.Net;
using System.Text;

namespace GrantBot.Tests.Channels.Web;

public sealed class WebFileTests
{
    [Fact]
    public async Task a_file_goes_to_the_bot_once_and_comes_back()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        var id = WebVisitor.NewId();
        var file = await KeepAsync(visitor, id);
        (await KeepAsync(visitor, id)).ShouldBe(file);
        await visitor.SendAsync(new { id, kind = "file", file });
        await visitor.SendAsync(new { id, kind = "file", file });
        var lines = await visitor.LinesAsync(4);
        WebVisitor.Text(lines[3]).ShouldBe("Файл алынды: анықтама.txt, 8 байт.");
        lines[2].GetProperty("line").GetProperty("file").GetProperty("id").GetString().ShouldBe(file);
        (await visitor.Client.GetStringAsync($"/chat/file/{file}")).ShouldBe("Сана");
    }

    [Fact]
    public async Task a_foreign_file_does_not_exist()
    {
        await using var host = await WebHost.StartAsync();
        using var owner = await new WebVisitor(host.Address).GreetAsync();
        using var stranger = await new WebVisitor(host.Address).GreetAsync();
        var file = await KeepAsync(owner, WebVisitor.NewId());
        (await stranger.Client.GetAsync($"/chat/file/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var claim = await stranger.SendAsync(new { id = WebVisitor.NewId(), kind = "file", file });
        claim.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await stranger.SayAsync($"\"file\":{{\"id\":\"{file}\"");
        (await stranger.Client.GetAsync($"/chat/file/{file}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        using var nobody = new WebVisitor(host.Address);
        (await nobody.Client.GetAsync($"/chat/file/{file}")).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("text/html", "attachment")]
    [InlineData("image/png", null)]
    [InlineData("nonsense\"", "attachment")]
    public async Task only_pictures_are_shown_and_nothing_is_run(string type, string? disposition)
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        using var kept = await visitor.UploadAsync("<script>"u8.ToArray(), "..\\..\\a/b\n.html", WebVisitor.NewId(), type);
        var file = (await WebVisitor.JsonAsync(kept)).GetProperty("file").GetString();
        using var answer = await visitor.Client.GetAsync($"/chat/file/{file}");
        answer.Content.Headers.ContentDisposition?.DispositionType.ShouldBe(disposition);
        answer.Content.Headers.ContentDisposition?.FileName.ShouldBe("b.html");
        answer.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        answer.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("sandbox");
    }

    [Fact]
    public async Task an_empty_file_or_a_missing_message_id_is_refused()
    {
        await using var host = await WebHost.StartAsync();
        using var visitor = await new WebVisitor(host.Address).GreetAsync();
        (await visitor.UploadAsync([], "a.txt", WebVisitor.NewId())).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await visitor.UploadAsync([1], "a.txt", "x")).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    private static async Task<string> KeepAsync(WebVisitor visitor, string id)
    {
        using var kept = await visitor.UploadAsync(Encoding.UTF8.GetBytes("Сана"), "анықтама.txt", id);
        kept.StatusCode.ShouldBe(HttpStatusCode.OK);
        return (await WebVisitor.JsonAsync(kept)).GetProperty("file").GetString()!;
    }
}
