using System.Globalization;
using System.Text.RegularExpressions;

namespace GrantBot.Domain.Programme;

/// <summary>
/// The number a certificate or diploma is known by: project, event and a running number of at least three digits, «001-premier-014».
/// The running number counts within the event, whatever the kind of document.
/// </summary>
public sealed partial record CertificateNumber
{
    private const int LongestCode = 40;

    private CertificateNumber(string project, string @event, int serial) => (Project, Event, Serial) = (project, @event, serial);

    /// <summary>Short code of the grant project: Latin letters, digits and underscores.</summary>
    public string Project { get; }

    /// <summary>Short code of the event: as the project's, hyphens allowed inside.</summary>
    public string Event { get; }

    /// <summary>Running number within the event, from 1.</summary>
    public int Serial { get; }

    /// <summary>The number of a document.</summary>
    /// <exception cref="ArgumentException">A code holds signs that a number cannot hold, or is longer than 40.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The running number is below 1.</exception>
    public static CertificateNumber Of(string project, string @event, int serial)
    {
        if (project.Length > LongestCode || !ProjectCode().IsMatch(project)) throw new ArgumentException("The project's code must be of Latin letters, digits and underscores", nameof(project));
        if (@event.Length > LongestCode || !EventCode().IsMatch(@event)) throw new ArgumentException("The event's code must be of Latin letters, digits, underscores and inner hyphens", nameof(@event));
        ArgumentOutOfRangeException.ThrowIfLessThan(serial, 1);
        return new(project, @event, serial);
    }

    /// <summary>Reads a number as somebody copies it from paper: spaces around it and dashes of other kinds are forgiven, capitals are not changed. Null when it is none.</summary>
    public static CertificateNumber? Parse(string? text)
    {
        if (text is null || text.Length > (2 * LongestCode) + 20) return null;
        var plain = text.Trim().Replace('–', '-').Replace('‐', '-').Replace('‑', '-').Replace('−', '-');
        var (first, last) = (plain.IndexOf('-', StringComparison.Ordinal), plain.LastIndexOf('-'));
        if (first < 1 || last <= first + 1) return null;
        var (project, @event, digits) = (plain[..first], plain[(first + 1)..last], plain[(last + 1)..]);
        if (project.Length > LongestCode || @event.Length > LongestCode || !ProjectCode().IsMatch(project) || !EventCode().IsMatch(@event)) return null;
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial > 0 && Digits(serial) == digits
            ? new(project, @event, serial) : null;
    }

    /// <summary>«001-premier-014».</summary>
    public override string ToString() => $"{Project}-{Event}-{Digits(Serial)}";

    private static string Digits(int serial) => serial.ToString("000", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A[A-Za-z0-9_]+\z", RegexOptions.NonBacktracking)]
    private static partial Regex ProjectCode();

    [GeneratedRegex(@"\A[A-Za-z0-9_]+(-+[A-Za-z0-9_]+)*\z", RegexOptions.NonBacktracking)]
    private static partial Regex EventCode();
}
