using System.Text;
using GrantBot.Domain.Indicators;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Tests.Documents;

/// <summary>Those that draw need rsvg-convert on the PATH and are skipped, with the reason, on a machine without it.</summary>
public sealed class RsvgTests
{
    private static readonly byte[] Dot = Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' width='10' height='10'><rect width='9' height='9'/></svg>");
    private readonly Rsvg installed = Rsvg.Find(TimeProvider.System, Environment.GetEnvironmentVariable("PATH"));
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("relative:/nonexistent")]
    public async Task a_machine_without_the_tool_is_told_from_a_failure(string? path)
    {
        var none = Rsvg.Find(TimeProvider.System, path);
        none.Available.ShouldBeFalse();
        (await none.ConvertAsync(Dot, RsvgFormat.Png, cancel)).ShouldBeOfType<Rendering.Missing>();
    }

    [Theory]
    [InlineData(false, "image/png", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G' })]
    [InlineData(true, "application/pdf", new byte[] { (byte)'%', (byte)'P', (byte)'D', (byte)'F' })]
    public async Task a_drawing_becomes_a_picture_or_a_page(bool pdf, string mediaType, byte[] begins)
    {
        Assert.SkipUnless(installed.Available, "rsvg-convert is not installed");
        var made = (await installed.ConvertAsync(Dot, pdf ? RsvgFormat.Pdf : RsvgFormat.Png, cancel)).ShouldBeOfType<Rendering.Made>();
        made.MediaType.ShouldBe(mediaType);
        made.Bytes[..4].ShouldBe(begins);
    }

    [Fact]
    public async Task a_chart_is_1080_pixels_wide()
    {
        Assert.SkipUnless(installed.Available, "rsvg-convert is not installed");
        var chart = BarChart.Draw(new("Премьер лига", "n = 3", [new("Аумақ", [new("Түпқараған ауданы", 3, "3")])]));
        var made = (await installed.ConvertAsync(chart, RsvgFormat.Png, cancel)).ShouldBeOfType<Rendering.Made>();
        System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(made.Bytes.AsSpan(16)).ShouldBe(1080);
    }

    [Fact]
    public async Task what_is_no_drawing_fails_without_repeating_its_text()
    {
        Assert.SkipUnless(installed.Available, "rsvg-convert is not installed");
        var failed = (await installed.ConvertAsync(Encoding.UTF8.GetBytes("Сана Әлиева"), RsvgFormat.Png, cancel)).ShouldBeOfType<Rendering.Failed>();
        failed.Why.ShouldBe("rsvg-convert ended with 1");
    }

    [Fact]
    public async Task too_large_a_drawing_is_not_even_tried() =>
        (await new Rsvg("/nonexistent/rsvg-convert", TimeProvider.System).ConvertAsync(new byte[Rsvg.LargestInput + 1], RsvgFormat.Png, cancel)).ShouldBeOfType<Rendering.Failed>();

    [Fact]
    public async Task a_tool_that_vanished_is_a_failure_not_an_exception() =>
        (await new Rsvg("/nonexistent/rsvg-convert", TimeProvider.System).ConvertAsync(Dot, RsvgFormat.Png, cancel)).ShouldBeOfType<Rendering.Failed>().Why.ShouldStartWith("rsvg-convert did not start");

    [Fact]
    public async Task a_drawing_that_takes_too_long_is_given_up()
    {
        Assert.SkipUnless(installed.Available, "rsvg-convert is not installed");
        var hurried = Rsvg.Find(TimeProvider.System, Environment.GetEnvironmentVariable("PATH"), TimeSpan.Zero);
        (await hurried.ConvertAsync(Dot, RsvgFormat.Png, cancel)).ShouldBeOfType<Rendering.Failed>().Why.ShouldStartWith("rsvg-convert took longer");
    }
}
