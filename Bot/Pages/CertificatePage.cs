using System.Security.Cryptography;
using System.Text;
using GrantBot.Bot.Certificates;
using GrantBot.Bot.Pipeline;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Queries;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Bot.Pages;

/// <summary>
/// The page behind a certificate's QR code. It says that the document is genuine, of which event and date, and nothing about a person.
/// Without the right seal every number gets the same answer, so that numbers cannot be tried out.
/// </summary>
internal sealed class CertificatePage(IDbContextFactory<GrantBotDb> databases, CertificateSeal seal, Deployment deployment) : IDisposable
{
    private static readonly string Policy = $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(CertificateHtml.Style)))}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly WebLimits limits = new(new WebChatOptions { Organisation = deployment.Organisation.Name });

    /// <summary>Answers a request for a number.</summary>
    public async Task<IResult> ShowAsync(HttpContext http, string number)
    {
        var headers = http.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer"; // the address holds the seal
        headers["X-Robots-Tag"] = "noindex, nofollow";
        headers.Vary = "Accept-Language";
        headers.CacheControl = "no-store";
        if (!limits.Request(http.Connection.RemoteIpAddress))
        {
            headers.RetryAfter = "10";
            return Results.StatusCode(StatusCodes.Status429TooManyRequests);
        }
        var token = http.Request.Query["s"].ToString();
        var language = Language(http);
        var found = await FindAsync(number, token, http.RequestAborted);
        var html = new CertificateHtml(deployment.Texts, language);
        if (found is not var (row, e)) return Html(html.Wrong(deployment.Organisation.Name, deployment.Organisation.Phone), StatusCodes.Status404NotFound);
        headers.CacheControl = "private, max-age=300";
        return Html(html.Genuine(row.Number, token, EventWords.Title(e, language), Days(e, language), deployment.Organisation.Name), StatusCodes.Status200OK);
    }

    public void Dispose() => limits.Dispose();

    /// <summary>The certificate whose seal was shown; null when the seal is wrong, or it was taken back.</summary>
    private async Task<(CertificateRow, EventRow)?> FindAsync(string text, string token, CancellationToken cancel)
    {
        if (CertificateNumber.Parse(text) is not { } number || !seal.Verify(number, token)) return null;
        await using var db = await databases.CreateDbContextAsync(cancel);
        var printed = number.ToString();
        if (await db.Certificates.AsNoTracking().FirstOrDefaultAsync(c => c.Number == printed && c.WithdrawnAt == null, cancel) is not { } row) return null;
        return await db.Events.AsNoTracking().FirstOrDefaultAsync(e => e.Id == row.EventId, cancel) is { } e ? (row, e) : null;
    }

    private string Days(EventRow e, string language)
    {
        var (from, to) = (Day(e.StartsAt), Day(e.LastDay()));
        return to > from ? Dates.Range(from, to, language) : Dates.Long(from, language);
    }

    private DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(moment, deployment.Zone).DateTime);

    /// <summary>The one chosen on the page, else the first of the browser's that we speak.</summary>
    private static string Language(HttpContext http)
    {
        var chosen = http.Request.Query["lang"].ToString();
        if (Texts.Languages.Contains(chosen)) return chosen;
        var wished = http.Request.GetTypedHeaders().AcceptLanguage.OrderByDescending(l => l.Quality ?? 1).Select(l => l.Value.ToString().Split('-')[0].ToLowerInvariant());
        return wished.FirstOrDefault(l => Texts.Languages.Contains(l)) ?? Texts.Languages[0];
    }

    private static IResult Html(string page, int status) => Results.Text(page, "text/html; charset=utf-8", Encoding.UTF8, status);
}

/// <summary>Where the page is.</summary>
internal static class CertificatePageEndpoint
{
    public static void MapCertificatePage(this IEndpointRouteBuilder app) => app.MapMethods("/" + CertificateStudio.Path + "{number}", [HttpMethods.Get, HttpMethods.Head],
        (HttpContext http, string number, CertificatePage page) => page.ShowAsync(http, number));
}
