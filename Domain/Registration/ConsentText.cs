using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Localisation;
using GrantBot.Domain.Programme;

namespace GrantBot.Domain.Registration;

/// <summary>The consent to the processing of personal data: contents by Law No. 94-V art. 8(4), versioned by the hash of what was shown.</summary>
public static class ConsentText
{
    private static readonly ConcurrentDictionary<(Texts, Organisation, string), string> Versions = new();

    /// <summary>First 12 hex digits of the SHA-256 of the text in a language with the organisation's data filled in.</summary>
    public static string Version(Texts texts, Organisation organisation, string language) =>
        Versions.GetOrAdd((texts, organisation, language), static k =>
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Full(k.Item1, k.Item2, k.Item3, "", ""))))[..12]);

    /// <summary>The full text.</summary>
    /// <param name="texts">All texts.</param>
    /// <param name="organisation">The operator of the data.</param>
    /// <param name="language">Its language.</param>
    /// <param name="version">Version to print.</param>
    /// <param name="date">Date to print.</param>
    public static string Full(Texts texts, Organisation organisation, string language, string version, string date) =>
        texts.Say("consent.full", language, ("ver", version), ("date", date), ("fullname", texts["consent.self", language]), ("child", texts["consent.child", language]),
            ("org", organisation.Name), ("bin", organisation.Bin), ("address", organisation.Address), ("dpo", organisation.DataOfficer), ("dpo_contact", organisation.DataOfficerContact),
            ("operator", organisation.GrantOperator), ("customer", organisation.Customer), ("until", Dates.Until(organisation.ConsentUntil, language)));

    /// <summary>The short text shown with the buttons.</summary>
    internal static string Short(Script script, string key) => script.Text(key, ("org", script.Context.Organisation.Name), ("bin", script.Context.Organisation.Bin),
        ("until", Dates.Until(script.Context.Organisation.ConsentUntil, script.Language)));

    /// <summary>Says the full text as a message of its own.</summary>
    internal static void TellFull(Script script)
    {
        script.Say(Full(script.Context.Texts, script.Context.Organisation, script.Language, Version(script), Dates.Short(DateOnly.FromDateTime(script.Local(script.Context.Now).DateTime))));
        script.Break();
    }

    /// <summary>The version in the chat's language.</summary>
    internal static string Version(Script script) => Version(script.Context.Texts, script.Context.Organisation, script.Language);
}
