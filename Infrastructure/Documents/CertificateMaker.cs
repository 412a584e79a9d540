using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace GrantBot.Infrastructure.Documents;

/// <summary>One document of a batch.</summary>
/// <param name="Request">What it was made for.</param>
/// <param name="Rendering">The PDF or picture; <see cref="Rendering.Missing"/> where rsvg-convert is not installed: send <paramref name="Svg"/> then.</param>
/// <param name="Svg">The drawing itself.</param>
internal sealed record MadeDocument<TRequest>(TRequest Request, Rendering Rendering, byte[] Svg);

/// <summary>What goes into a template.</summary>
/// <param name="Template">The template, read once for all who get it.</param>
/// <param name="Values">Texts by placeholder.</param>
/// <param name="Qr">The QR codes that share the place of one; empty = none.</param>
internal sealed record Drawing(CertificateTemplate Template, IReadOnlyDictionary<string, string> Values, IReadOnlyList<QrMark> Qr);

/// <summary>Makes many documents, as many at a time as the machine has processors.</summary>
internal sealed class CertificateMaker(Rsvg rsvg, int? atOnce = null)
{
    private readonly int atOnce = Math.Max(1, atOnce ?? Environment.ProcessorCount);

    /// <summary>One document. Only a cancelled token throws.</summary>
    public async Task<MadeDocument<Drawing>> MakeAsync(Drawing drawing, RsvgFormat format, CancellationToken cancel)
    {
        var svg = drawing.Template.Fill(drawing.Values, drawing.Qr);
        return new(drawing, await rsvg.ConvertAsync(svg, format, cancel), svg);
    }

    /// <summary>
    /// Documents in the order they are finished, not that of the requests. Who stops reading stops the work; no more than twice as many as are made at once wait to be taken.
    /// </summary>
    /// <param name="requests">What to make.</param>
    /// <param name="draw">What goes on the document of a request; called on several threads.</param>
    /// <param name="format">PDF for paper, PNG for a screen.</param>
    /// <param name="progress">Told after each document how many are done, and of how many; calls do not overlap.</param>
    /// <param name="cancel">Stops the work.</param>
    public async IAsyncEnumerable<MadeDocument<TRequest>> MakeAllAsync<TRequest>(
        IReadOnlyCollection<TRequest> requests, Func<TRequest, Drawing> draw, RsvgFormat format, Action<int, int>? progress = null, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var ready = Channel.CreateBounded<MadeDocument<TRequest>>(2 * atOnce);
        var working = WorkAsync(requests, draw, format, ready.Writer, stop.Token);
        try
        {
            var done = 0;
            await foreach (var document in ready.Reader.ReadAllAsync(cancel))
            {
                progress?.Invoke(++done, requests.Count);
                yield return document;
            }
        }
        finally
        {
            await stop.CancelAsync();
            await working; // no rsvg-convert outlives its reader; mistakes came through the channel
        }
    }

    private async Task WorkAsync<TRequest>(
        IReadOnlyCollection<TRequest> requests, Func<TRequest, Drawing> draw, RsvgFormat format, ChannelWriter<MadeDocument<TRequest>> ready, CancellationToken stop)
    {
        try
        {
            await Parallel.ForEachAsync(requests, new ParallelOptions { MaxDegreeOfParallelism = atOnce, CancellationToken = stop }, async (request, cancel) =>
            {
                var made = await MakeAsync(draw(request), format, cancel);
                await ready.WriteAsync(new(request, made.Rendering, made.Svg), cancel);
            });
            ready.Complete();
        }
        catch (Exception e)
        {
            ready.Complete(e);
        }
    }
}
