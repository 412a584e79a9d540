using System.Text;
using GrantBot.Infrastructure.Documents;

namespace GrantBot.Tests.Documents;

public sealed class CertificateMakerTests
{
    private static readonly CertificateTemplate Template = CertificateTemplate.Read(
        Encoding.UTF8.GetBytes("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 90 90'><text y='50' data-width='90'>{name}</text></svg>"), TemplateUse.Certificate).Template!;

    private readonly Rsvg installed = Rsvg.Find(TimeProvider.System, Environment.GetEnvironmentVariable("PATH"));
    private readonly CancellationToken cancel = TestContext.Current.CancellationToken;

    [Fact]
    public async Task everybody_gets_one_document_and_progress_counts_to_the_end()
    {
        Assert.SkipUnless(installed.Available, "rsvg-convert is not installed");
        var (made, told) = (new List<int>(), new List<(int, int)>());
        await foreach (var document in new CertificateMaker(installed, 2).MakeAllAsync([.. Enumerable.Range(1, 7)], Named, RsvgFormat.Pdf, (done, all) => told.Add((done, all)), cancel))
        {
            document.Rendering.ShouldBeOfType<Rendering.Made>();
            made.Add(document.Request);
        }
        made.Order().ShouldBe(Enumerable.Range(1, 7));
        told.ShouldBe(Enumerable.Range(1, 7).Select(n => (n, 7)));
    }

    [Fact]
    public async Task a_machine_without_the_tool_hands_out_the_drawings()
    {
        var none = new CertificateMaker(Rsvg.Find(TimeProvider.System, null));
        await foreach (var document in none.MakeAllAsync([1, 2, 3], Named, RsvgFormat.Pdf, cancel: cancel))
        {
            document.Rendering.ShouldBeOfType<Rendering.Missing>();
            Encoding.UTF8.GetString(document.Svg).ShouldContain($"Қатысушы {document.Request}<");
        }
        (await none.MakeAsync(Named(8), RsvgFormat.Png, cancel)).Svg.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task who_stops_reading_stops_the_work()
    {
        var drawn = 0;
        await foreach (var _ in new CertificateMaker(Rsvg.Find(TimeProvider.System, null), 2).MakeAllAsync(
            [.. Enumerable.Range(1, 1000)], n => { Interlocked.Increment(ref drawn); return Named(n); }, RsvgFormat.Pdf, cancel: cancel)) break;
        drawn.ShouldBeLessThan(20);
    }

    [Fact]
    public async Task a_cancelled_batch_ends_with_a_cancellation()
    {
        using var stop = new CancellationTokenSource();
        await Should.ThrowAsync<OperationCanceledException>(async () =>
        {
            await foreach (var _ in new CertificateMaker(Rsvg.Find(TimeProvider.System, null)).MakeAllAsync([.. Enumerable.Range(1, 1000)], Named, RsvgFormat.Pdf, cancel: stop.Token)) await stop.CancelAsync();
        });
    }

    [Fact]
    public async Task a_mistake_of_ours_reaches_the_reader() =>
        await Should.ThrowAsync<InvalidOperationException>(async () =>
        {
            await foreach (var _ in new CertificateMaker(Rsvg.Find(TimeProvider.System, null)).MakeAllAsync<int>([1, 2], _ => throw new InvalidOperationException("x"), RsvgFormat.Pdf, cancel: cancel)) { }
        });

    [Fact]
    public async Task nobody_is_a_batch_too()
    {
        await foreach (var _ in new CertificateMaker(Rsvg.Find(TimeProvider.System, null)).MakeAllAsync(Array.Empty<int>(), Named, RsvgFormat.Pdf, cancel: cancel)) throw new InvalidOperationException("nothing was asked for");
    }

    private static Drawing Named(int n) => new(Template, new Dictionary<string, string> { ["name"] = $"Қатысушы {n}" }, []);
}
