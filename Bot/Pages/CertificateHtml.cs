using System.Net;
using System.Text;
using GrantBot.Domain.Localisation;

namespace GrantBot.Bot.Pages;

/// <summary>The words of a certificate's public page, without a script, readable on a phone of 360 pixels and aloud.</summary>
internal sealed class CertificateHtml(Texts texts, string language)
{
    /// <summary>Its looks; the policy of the page allows this very text and no other.</summary>
    public const string Style = """
        :root{color-scheme:light dark;--ink:#1b2a33;--soft:#4c5a62;--paper:#fff;--ground:#f2f5f5;--good:#14505c;--bad:#9b2c1f;--line:#d5dcdd}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eef0;--soft:#a9b8bd;--paper:#17222a;--ground:#0e161b;--good:#7fc7d2;--bad:#f0978a;--line:#2c3a42}}
        *{box-sizing:border-box}
        body{margin:0;padding:16px;background:var(--ground);color:var(--ink);font:17px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","DejaVu Sans",sans-serif}
        main{max-width:34rem;margin:4vh auto 0;padding:24px 20px;background:var(--paper);border:1px solid var(--line);border-top:6px solid var(--good);border-radius:10px}
        main.wrong{border-top-color:var(--bad)}
        h1{margin:0 0 16px;font-size:1.45rem;line-height:1.25;color:var(--good)}
        .wrong h1{color:var(--bad)}
        dl{margin:0}
        dt{margin-top:12px;font-size:.875rem;color:var(--soft)}
        dd{margin:0;font-weight:600;overflow-wrap:anywhere}
        p{margin:12px 0 0;overflow-wrap:anywhere}
        nav{max-width:34rem;margin:12px auto 0;text-align:center}
        nav a,nav span{display:inline-block;min-width:44px;padding:10px 8px;color:var(--good)}
        nav span{font-weight:600;color:var(--ink)}
        a:focus-visible{outline:3px solid var(--good);outline-offset:2px}
        """;

    /// <summary>The document is genuine.</summary>
    public string Genuine(string number, string token, string title, string date, string organisation) => Page(
        "page.cert.genuine", "genuine", $"""
        <dl>
        <dt>{Say("page.cert.number")}</dt><dd>{Safe(number)}</dd>
        <dt>{Say("page.cert.event")}</dt><dd>{Safe(title)}</dd>
        <dt>{Say("page.cert.date")}</dt><dd>{Safe(date)}</dd>
        <dt>{Say("page.cert.organisation")}</dt><dd>{Safe(organisation)}</dd>
        </dl>
        <p>{Say("page.cert.compare")}</p>
        """, $"s={Uri.EscapeDataString(token)}&amp;");

    /// <summary>There is no such document, or the address is not the one that was printed.</summary>
    public string Wrong(string organisation, string phone) => Page("page.cert.wrong", "wrong", $"<p>{Say("page.cert.wrong.why")}</p><p>{Safe(texts.Say("page.cert.ask", language, ("org", organisation), ("phone", phone)))}</p>", "");

    private string Page(string heading, string kind, string body, string query) => $"""
        <!doctype html>
        <html lang="{language}">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="robots" content="noindex, nofollow">
        <title>{Say(heading)}</title>
        <style>{Style}</style>
        </head>
        <body>
        <main class="{kind}">
        <h1>{Say(heading)}</h1>
        {body}
        </main>
        <nav aria-label="{Say("page.cert.language")}">{Languages(query)}</nav>
        </body>
        </html>
        """;

    private string Languages(string query)
    {
        var links = new StringBuilder();
        foreach (var other in Texts.Languages)
        {
            var name = Safe(LanguageNames.Own(other));
            links.Append(other == language ? $"<span lang=\"{other}\" aria-current=\"true\">{name}</span> " : $"<a href=\"?{query}lang={other}\" lang=\"{other}\" hreflang=\"{other}\">{name}</a> ");
        }
        return links.ToString();
    }

    private string Say(string key) => Safe(texts[key, language]);

    private static string Safe(string text) => WebUtility.HtmlEncode(text);
}
