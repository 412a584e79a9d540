using System.Diagnostics;
using GrantBot.Domain.Localisation;

namespace GrantBot.Domain.Programme;

/// <summary>Puts a certificate into words: the value of every placeholder its template may hold.</summary>
public static class CertificateWords
{
    private const string EventMark = "{event}";

    /// <summary>Placeholders without braces, and what stands in their place; "" where there is nothing to say.</summary>
    /// <exception cref="ArgumentException">A diploma has no place from 1 to 3: a mistake of ours.</exception>
    public static IReadOnlyDictionary<string, string> Of(Certificate certificate, Texts texts, string language)
    {
        var kind = Key(certificate.Kind);
        var (before, after) = Around(texts[$"cert.deed.{kind}", language]);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["kind"] = texts[$"cert.kind.{kind}", language],
            ["intro"] = texts[$"cert.intro.{kind}", language],
            ["name"] = certificate.Name,
            ["award"] = Award(certificate, texts, language),
            ["before"] = before,
            ["event"] = Quoted(certificate.Event, texts, language),
            ["after"] = after,
            ["date"] = certificate.Until is { } until ? Dates.Range(certificate.Date, until, language) : Dates.Long(certificate.Date, language),
            ["place"] = certificate.Place,
            ["number"] = certificate.Number.ToString(),
            ["organisation"] = certificate.Organisation,
            ["team"] = certificate.Team.Length == 0 ? "" : texts.Say("cert.team", language, ("title", Quoted(certificate.Team, texts, language))),
            ["territory"] = certificate.Territory,
            ["signer"] = certificate.Signer,
            ["signature"] = texts["cert.signature", language],
            ["stamp"] = texts["cert.stamp", language],
            ["check"] = texts["cert.check", language],
        };
    }

    /// <summary>A title in the quotation marks of the language, unless it has some at its beginning or end already.</summary>
    internal static string Quoted(string title, Texts texts, string language)
    {
        var bare = title.Trim();
        return bare.Length == 0 || bare[0] is '«' or '“' or '"' or '„' || bare[^1] is '»' or '”' or '"' ? bare : texts.Say("cert.quoted", language, ("title", bare));
    }

    private static string Award(Certificate certificate, Texts texts, string language) => certificate.Kind switch
    {
        CertificateKind.Diploma when certificate.Rank is >= 1 and <= 3 => texts[$"cert.rank.{certificate.Rank}", language],
        CertificateKind.Diploma => throw new ArgumentException("A diploma needs a place from 1 to 3", nameof(certificate)),
        CertificateKind.Nomination => texts.Say("cert.nomination", language, ("title", Quoted(certificate.Nomination, texts, language))),
        _ => "",
    };

    /// <summary>What is said before and after the title, which stands on a line of its own.</summary>
    private static (string Before, string After) Around(string deed)
    {
        var at = deed.IndexOf(EventMark, StringComparison.Ordinal);
        return (deed[..at].Trim(), deed[(at + EventMark.Length)..].Trim());
    }

    private static string Key(CertificateKind kind) => kind switch
    {
        CertificateKind.Certificate => "certificate",
        CertificateKind.Diploma => "diploma",
        CertificateKind.Nomination => "nomination",
        CertificateKind.ThankYou => "thanks",
        _ => throw new UnreachableException(),
    };
}
