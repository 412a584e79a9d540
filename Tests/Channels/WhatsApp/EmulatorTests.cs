using System.Text.Json.Nodes;
using GrantBot.Load.Emulators.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

/// <summary>The emulator refuses what Meta refuses.</summary>
public sealed class EmulatorTests
{
    private const string Ok = "200 accepted";

    /// <summary>A message without its address, and the answer: status, code, and what the details speak of.</summary>
    public static TheoryData<string, string> Messages => new()
    {
        { Text(new('ә', 4096)), Ok },
        { Text(new('ә', 4097)), "400 100 text['body']" },
        { Text(""), "400 100 text['body']" },
        { Text("  "), "400 100 text['body']" },
        { """ "type":"text" """, "400 131008 'text'" },
        { """ "text":{"body":"x"} """, "400 131008 'type'" },
        { """ "type":"poll","poll":{} """, "400 100 type" },
        { """ "type":"text","text":{"body":"x"},"note":"x" """, "400 100 \"note\"" },
        { """ "type":"text","text":{"body":"x","colour":"red"} """, "400 100 \"colour\"" },
        { """ "type":"text","text":{"body":"\ud83d"} """, "400 100 " },
        { $$""" "type":"text","text":{"body":"x"},"biz_opaque_callback_data":"{{new string('x', 513)}}" """, "400 100 biz_opaque" },
        { Buttons("?", ("1", "Иә"), ("2", "Жоқ"), ("3", "Кейін")), Ok },
        { Buttons("?"), "400 131009 buttons count" },
        { Buttons("?", ("1", "a"), ("2", "b"), ("3", "c"), ("4", "d")), "400 131009 buttons count" },
        { Buttons("?", ("1", new('a', 20))), Ok },
        { Buttons("?", ("1", new('a', 21))), "400 131009 Button title" },
        { Buttons("?", ("1", "")), "400 131009 Button title" },
        { Buttons("?", ("1", "a"), ("2", "a")), "400 131009 button title" },
        { Buttons("?", ("1", "a"), ("1", "b")), "400 131009 button id" },
        { Buttons("?", (" 1", "a")), "400 131009 spaces" },
        { Buttons("?", (new('1', 257), "a")), "400 131009 Button id" },
        { Buttons(new('a', 1024), ("1", "a")), Ok },
        { Buttons(new('a', 1025), ("1", "a")), "400 100 interactive.body" },
        { Buttons("", ("1", "a")), "400 100 interactive.body" },
        { List(new('a', 4096), "Таңдау", 10), Ok },
        { List("?", "Таңдау", 11), "400 131009 row count" },
        { List("?", "Таңдау", 0), "400 131009 row" },
        { List("?", new('a', 21), 1), "400 131009 Button text" },
        { List("?", "a", 1, title: new('a', 25)), "400 131009 Row title" },
        { List("?", "a", 1, description: new('a', 73)), "400 131009 Row description" },
        { List("?", "a", 1, id: new('a', 201)), "400 131009 Row id" },
        { List("?", "a", 2, id: "same"), "400 131009 row id" },
        { List(new('a', 4097), "a", 1), "400 100 interactive.body" },
        { """ "type":"template","template":{"name":"news","language":{"code":"kk"}} """, Ok },
        { """ "type":"template","template":{"name":"news","language":{"code":"KK"}} """, "404 132001 KK" },
        { """ "type":"template","template":{"name":"other","language":{"code":"kk"}} """, "404 132001 other" },
        { """ "type":"template","template":{"name":"news"} """, "400 131008 language" },
        { """ "type":"image","image":{"id":"1"} """, "400 131009 Media id" },
        { """ "type":"image","image":{"id":"1","link":"https://example.org/a.png"} """, "400 100 Exactly one" },
        { """ "type":"document","document":{"link":"https://example.org/a.pdf","filename":""} """, "400 100 filename" },
        { $$""" "type":"image","image":{"link":"https://example.org/a.png","caption":"{{new string('a', 1025)}}"} """, "400 100 caption" },
    };

    [Theory]
    [MemberData(nameof(Messages))]
    public async Task a_message_is_answered_with(string members, string expected)
    {
        await using var api = await Api.StartAsync(new() { Templates = new HashSet<(string, string)> { ("news", "kk") } });
        (await api.SendAsync(members)).ShouldContainAll(expected);
    }

    [Theory]
    [InlineData("not json", "400 100")]
    [InlineData("[]", "400 100")]
    [InlineData("""{"to":"+77000000000","type":"text","text":{"body":"x"}}""", "400 100 messaging_product")]
    [InlineData("""{"messaging_product":"whatsapp","type":"text","text":{"body":"x"}}""", "400 131008 'to'")]
    [InlineData("""{"messaging_product":"whatsapp","status":"read","message_id":"wamid.unknown"}""", "400 131009 Message ID")]
    [InlineData("""{"messaging_product":"whatsapp","status":"seen","message_id":"wamid.unknown"}""", "400 100 status")]
    public async Task a_body_is_answered_with(string body, string expected)
    {
        await using var api = await Api.StartAsync();
        (await api.PostAsync(body)).ShouldContainAll(expected);
    }

    [Fact]
    public async Task a_number_without_plus_gets_the_country_code_of_the_business()
    {
        await using var api = await Api.StartAsync();
        (await api.SendAsync(Text("x"), "77000000000")).ShouldStartWith("400 131026");
        (await api.SendAsync(Text("x"), "7000000000")).ShouldBe(Ok);
        (await api.SendAsync(Text("x"), "+7 (700) 000-00-00")).ShouldBe(Ok);
    }

    [Fact]
    public async Task a_wrong_token_or_number_or_path_is_refused()
    {
        await using var api = await Api.StartAsync();
        (await api.PostAsync("{}", token: "EAA-other")).ShouldStartWith("401 190");
        (await api.PostAsync("{}", token: null)).ShouldStartWith("401 190");
        (await api.PostAsync("{}", path: "v25.0/999/messages")).ShouldStartWith("400 100 33");
        (await api.PostAsync("{}", path: "100000000000001/messages")).ShouldStartWith("400 100 33");
    }

    [Fact]
    public async Task a_burst_of_45_to_one_person_is_borrowed_from_the_future()
    {
        await using var api = await Api.StartAsync(new() { Throughput = 0 });
        for (var i = 0; i < 45; i++) (await api.SendAsync(Text("x"))).ShouldBe(Ok);
        (await api.SendAsync(Text("x"))).ShouldStartWith("400 131056");
        api.Emulator.Advance(TimeSpan.FromSeconds(6));
        (await api.SendAsync(Text("x"))).ShouldBe(Ok);
        (await api.SendAsync(Text("x"))).ShouldStartWith("400 131056");
    }

    [Fact]
    public async Task a_burst_to_one_person_does_not_hold_up_another()
    {
        await using var api = await Api.StartAsync(new() { Throughput = 0 });
        api.Emulator.AddPerson("77000000002").SendText("x");
        for (var i = 0; i < 46; i++) await api.SendAsync(Text("x"));
        (await api.SendAsync(Text("x"), "+77000000002")).ShouldBe(Ok);
    }

    [Fact]
    public async Task more_than_the_throughput_in_a_second_is_refused_as_400()
    {
        await using var api = await Api.StartAsync(new() { Throughput = 3, TimeScale = 0.0001 });
        var answers = new List<string>();
        for (var i = 0; i < 4; i++) answers.Add(await api.SendAsync(Text("x")));
        answers[^1].ShouldStartWith("400 130429");
        api.Emulator.Advance(TimeSpan.FromSeconds(1));
        (await api.SendAsync(Text("x"))).ShouldBe(Ok);
    }

    [Fact]
    public async Task the_window_is_24_hours_from_the_last_message_of_the_person_and_templates_pass_it()
    {
        await using var api = await Api.StartAsync(new() { Templates = new HashSet<(string, string)> { ("news", "kk") } });
        api.Emulator.Advance(TimeSpan.FromHours(24));
        (await api.SendAsync(Text("x"))).ShouldStartWith("400 131047");
        (await api.SendAsync(""" "type":"template","template":{"name":"news","language":{"code":"kk"}} """)).ShouldBe(Ok);
        api.Sana.SendText("Сәлем");
        (await api.SendAsync(Text("x"))).ShouldBe(Ok);
    }

    [Fact]
    public async Task a_person_who_stopped_marketing_gets_no_template()
    {
        await using var api = await Api.StartAsync(new() { Templates = new HashSet<(string, string)> { ("news", "kk") } });
        api.Sana.SetMarketing(stop: true);
        (await api.SendAsync(""" "type":"template","template":{"name":"news","language":{"code":"kk"}} """)).ShouldStartWith("400 131050");
        (await api.SendAsync(Text("x"))).ShouldBe(Ok);
    }

    [Theory]
    [InlineData("application/pdf", 10, "200")]
    [InlineData("application/zip", 10, "400 100 application/zip")]
    [InlineData("image/png", (5 * 1024 * 1024) + 1, "400 100 larger")]
    [InlineData("image/webp", (512 * 1024) + 1, "400 100 larger")]
    [InlineData("text/plain", 0, "400 100 empty")]
    public async Task an_upload_is_answered_with(string mediaType, int bytes, string expected)
    {
        await using var api = await Api.StartAsync();
        (await api.UploadAsync(mediaType, bytes)).Shown.ShouldContainAll(expected);
    }

    [Fact]
    public async Task an_uploaded_file_lives_30_days_and_fits_its_kind_of_message_only()
    {
        await using var api = await Api.StartAsync();
        var id = (await api.UploadAsync("application/pdf", 10)).Id;
        (await api.SendAsync($$""" "type":"document","document":{"id":"{{id}}","filename":"a.pdf"} """)).ShouldBe(Ok);
        (await api.SendAsync($$""" "type":"image","image":{"id":"{{id}}"} """)).ShouldStartWith("400 131053");
        api.Emulator.Advance(TimeSpan.FromDays(30));
        (await api.SendAsync($$""" "type":"document","document":{"id":"{{id}}"} """)).ShouldStartWith("400 131009");
    }

    [Fact]
    public async Task a_download_address_needs_the_token_and_works_for_five_minutes()
    {
        await using var api = await Api.StartAsync();
        var id = (await api.UploadAsync("text/plain", 3)).Id;
        var url = JsonNode.Parse(await api.GetAsync($"v25.0/{id}"))!["url"]!.GetValue<string>();
        (await api.StatusOfAsync(url), await api.StatusOfAsync(url, token: null)).ShouldBe((200, 401));
        api.Emulator.Advance(TimeSpan.FromMinutes(5));
        (await api.StatusOfAsync(url)).ShouldBe(404);
    }

    [Fact]
    public async Task after_a_thousand_free_messages_each_is_charged()
    {
        await using var api = await Api.StartAsync(new() { Throughput = 0, PairLimit = false });
        for (var i = 0; i < 1001; i++) await api.SendAsync(Text("x"));
        api.Emulator.Counts.Billable.ShouldBe(1);
    }

    private static string Text(string body) => $$""" "type":"text","text":{"body":"{{body}}"} """;

    private static string Buttons(string body, params (string Id, string Title)[] buttons) => $$"""
        "type":"interactive","interactive":{"type":"button","body":{"text":"{{body}}"},
        "action":{"buttons":[{{string.Join(',', buttons.Select(b => $$"""{"type":"reply","reply":{"id":"{{b.Id}}","title":"{{b.Title}}"} }"""))}}]} }
        """;

    private static string List(string body, string button, int rows, string title = "Ақтау", string? id = null, string? description = null)
    {
        var shown = Enumerable.Range(0, rows).Select(i => $$"""{"id":"{{id ?? $"{i}"}}","title":"{{title}}"{{(description is null ? "" : $",\"description\":\"{description}\"")}}}""");
        return $$"""
            "type":"interactive","interactive":{"type":"list","body":{"text":"{{body}}"},"action":{"button":"{{button}}","sections":[{"rows":[{{string.Join(',', shown)}}]}]} }
            """;
    }
}
