using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Setup;
using GrantBot.Domain;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Bot.Certificates;

/// <summary>Puts together what stands on a document: the template of its event and language, its words, the address its QR code opens.</summary>
internal sealed class CertificateStudio(Deployment deployment, ShippedTemplates shipped, CertificateMaker maker, CertificateSeal seal, BotSettings settings, BotNames names)
{
    /// <summary>Path of the public page, before the number.</summary>
    public const string Path = "c/";

    /// <summary>Where the program listens when nothing else is said.</summary>
    private const string UsualAddress = "http://127.0.0.1:5080";

    /// <summary>Draws documents, as many at a time as the machine has processors.</summary>
    public async Task<IReadOnlyList<MadeDocument<CertificateOrder>>> DrawAsync(GrantBotDb db, IReadOnlyList<CertificateOrder> orders, CancellationToken cancel)
    {
        var events = new Dictionary<Domain.EventId, EventRow>();
        var templates = new Dictionary<(Domain.EventId, CertificateKind, string), CertificateTemplate>();
        foreach (var row in orders.Select(o => o.Row))
        {
            if (!events.ContainsKey(row.EventId)) events[row.EventId] = db.Events.Find(row.EventId)!;
            templates.TryAdd((row.EventId, row.Kind, row.Language), Template(db, row.EventId, row.Kind, row.Language));
        }
        var made = new List<MadeDocument<CertificateOrder>>();
        await foreach (var document in maker.MakeAllAsync(orders, o => Drawing(o, events[o.Row.EventId], templates[(o.Row.EventId, o.Row.Kind, o.Row.Language)]), RsvgFormat.Pdf, cancel: cancel)) made.Add(document);
        return [.. made.OrderBy(m => m.Request.Row.Serial)];
    }

    /// <summary>A sample with an invented name; its QR code leads to the page that says it is not genuine.</summary>
    public async Task<Rendering> SampleAsync(EventRow e, CertificateTemplate template, CertificateKind kind, string language, CancellationToken cancel)
    {
        var certificate = About(e, language) with { Kind = kind, Name = deployment.Texts["certs.name", language], Rank = kind is CertificateKind.Diploma ? 1 : null };
        return (await maker.MakeAsync(new(template, CertificateWords.Of(certificate, deployment.Texts, language), [new(Address(certificate.Number.ToString()))]), RsvgFormat.Preview, cancel)).Rendering;
    }

    /// <summary>The template of an event, else the one that ships with the program.</summary>
    public CertificateTemplate Template(GrantBotDb db, Domain.EventId of, CertificateKind kind, string language) =>
        CertificateQuery.Template(db, of, kind, language) is { } own && CertificateTemplate.Read(own, TemplateUse.Certificate).Template is { } template ? template : shipped.For(kind);

    private Drawing Drawing(CertificateOrder order, EventRow e, CertificateTemplate template)
    {
        var row = order.Row;
        var number = CertificateNumber.Parse(row.Number) ?? throw new InvalidOperationException($"certificate {row.Id} has no number");
        var territory = order.Territory is { } code && deployment.Texts.Has("ter." + code) ? deployment.Texts["ter." + code, row.Language] : "";
        var certificate = About(e, row.Language) with { Kind = row.Kind, Number = number, Name = order.Name, Rank = row.Rank, Nomination = row.Nomination ?? "", Team = order.Team, Territory = territory };
        return new(template, CertificateWords.Of(certificate, deployment.Texts, row.Language), [new(Address($"{number}?s={seal.Token(number)}"))]);
    }

    private Certificate About(EventRow e, string language)
    {
        var (from, to) = (Day(e.StartsAt), Day(e.LastDay()));
        return new()
        {
            Kind = CertificateKind.Certificate, Number = CertificateNumber.Of("000", "sample", 1), Name = "", Event = EventWords.Title(e, language), Place = EventWords.Place(e, language),
            Date = from, Until = to > from ? to : null, Organisation = deployment.Organisation.Name,
        };
    }

    private DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, deployment.Zone).DateTime);

    private string Address(string number) => $"{settings.PublicUrl ?? names.Web ?? UsualAddress}/{Path}{number}";
}
