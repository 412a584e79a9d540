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

/// <summary>Draws samples for staff; fetches a drawing that they sent, checks it, and keeps it until they decide, one at a time.</summary>
internal sealed class TemplateDesk(CertificateStudio studio, Writer writer, IDbContextFactory<GrantBotDb> databases, TimeProvider time) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);

    /// <summary>A picture of an event's certificate as it is now; null where none can be drawn.</summary>
    public async Task<string?> SampleAsync(ChatId chat, Need.CertificateSample need)
    {
        await using var db = await databases.CreateDbContextAsync();
        if (await db.Events.FindAsync(need.Event) is not { } e) return null;
        var template = studio.Template(db, need.Event, CertificateKind.Certificate, need.Language);
        if (await studio.SampleAsync(e, template, CertificateKind.Certificate, need.Language, CancellationToken.None) is not Rendering.Made made) return null;
        var picture = FileStore.Make("sample.png", made.MediaType, made.Bytes, chat, time.GetUtcNow());
        await writer.WriteAsync(new Work.Background(d => d.Files.Add(picture)));
        return picture.Id;
    }

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
