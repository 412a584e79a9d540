using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Consultations;

/// <summary>The closing of a request that its owner put aside with the advice written so far: whoever presses "close" on it again goes on where they stopped.</summary>
/// <param name="Form">As far as it is filled in.</param>
/// <param name="KeptAt">When it was put aside.</param>
public sealed record KeptClosing(DialogState.Consulting Form, DateTimeOffset KeptAt)
{
    /// <summary>So long it is kept, as every form that is not finished (2-processes.md 2.4).</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    /// <summary>It is kept no longer.</summary>
    public bool IsOver(DateTimeOffset now) => now - KeptAt >= Lasts;

    /// <summary>Keeps one in which something is written, and says so. What is somebody else's by now is not kept.</summary>
    internal static void Keep(Script script, DialogState.Consulting closing)
    {
        if (closing is not { Closes: { } number, Form.Asked.Count: > 0 } || AdvisingDialog.Mine(script, number) is null) return;
        Forget(script, number);
        script.Remember(s => s with { Closings = [.. s.Closings ?? [], new(closing, script.Context.Now)] });
        script.Tell("c.closing.kept", ("no", number));
    }

    /// <summary>Takes out that of a request; null when there is none, or its form is gone.</summary>
    internal static DialogState.Consulting? Take(Script script, long number)
    {
        var kept = script.State.Closings?.FirstOrDefault(k => k.Form.Closes == number && !k.IsOver(script.Context.Now))?.Form;
        Forget(script, number);
        return kept is not null && script.Context.Forms.Find(kept.Form.FormId, kept.Form.FormVersion) is not null ? kept : null;
    }

    /// <summary>Forgets that of a request: it was handed over, given back or closed.</summary>
    internal static void Forget(Script script, long number) => script.Remember(s => s with { Closings = Without(s.Closings, k => k.Form.Closes == number) });

    /// <summary>Forgets all: who wrote them is on the staff no more.</summary>
    internal static void ForgetAll(Script script) => script.Remember(s => s with { Closings = null });

    /// <summary>Those that stay; null = none.</summary>
    public static IReadOnlyList<KeptClosing>? Without(IReadOnlyList<KeptClosing>? closings, Func<KeptClosing, bool> gone) =>
        closings?.Where(k => !gone(k)).ToList() is { Count: > 0 } left ? left : null;
}
