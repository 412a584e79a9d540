using System.Globalization;
using GrantBot.Domain;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Certificates;

/// <summary>Fetches a drawing that staff sent, checks it, draws a sample from it, and keeps it until they decide. One at a time.</summary>
internal sealed class TemplateDesk(CertificateStudio studio, IWriter writer, IDbContextFactory<GrantBotDb> databases, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>Never throws on what is in a file, on a platform's refusal or on a fault of the net: those are told.</summary>
    public async Task<CheckedTemplate> CheckAsync(IChannel channel, ChatId chat, Need.Template need)
    {
        await one.WaitAsync();
        try
        {
            return need.Bytes > CertificateTemplate.LargestFile ? TooLarge()
                : await Fetching.FetchAsync(channel, need.Handle, CertificateTemplate.LargestFile, time) is { } file ? await CheckAsync(file, chat, need)
                : new([], null, "tpl.lost", null);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<CheckedTemplate> CheckAsync(byte[] bytes, ChatId chat, Need.Template need)
    {
        var reading = CertificateTemplate.Read(bytes, TemplateUse.Certificate);
        await using var db = await databases.CreateDbContextAsync();
        if (reading.Template is not { } template || await db.Events.FindAsync(need.Event) is not { } e) return new(reading.Problems, null, null, null);
        var sample = await studio.SampleAsync(e, template, need.Kind, need.Language, CancellationToken.None);
        if (sample is Rendering.Failed) return new(reading.Problems, null, "tpl.undrawable", null);
        var drawing = FileStore.Make("template.svg", "image/svg+xml", bytes, chat, time.GetUtcNow());
        var picture = sample is Rendering.Made made ? FileStore.Make("sample.png", made.MediaType, made.Bytes, chat, time.GetUtcNow()) : null;
        await writer.WriteAsync(new Work.Background(d => { d.Files.Add(drawing); if (picture is not null) d.Files.Add(picture); }));
        return new(reading.Problems, drawing.Id, null, picture?.Id);
    }

    private static CheckedTemplate TooLarge() =>
        new([new TemplateProblem(1, true, "too-large", 0, "", (CertificateTemplate.LargestFile / 1024 / 1024).ToString(CultureInfo.InvariantCulture))], null, null, null);
}
