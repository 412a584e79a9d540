using System.Text;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>What fits no other family.</summary>
internal static class OtherFunctions
{
    internal static readonly Function[] All =
    [
        new("once", "value", "the value while the question is blank, then what it was", a => Stored(a) is { Length: > 0 } stored ? Value.Of(stored) : a.Plain(a[0])),
        new("uuid", "length?", "a fresh id", Uuid),
        new("base64-decode", "text", "the text that was encoded", a => Value.Of(Decode(a.Text(0)))),
    ];

    /// <summary>The answer already there: once(x) keeps it and takes x only while the question is blank.</summary>
    private static string Stored(Arguments a) => a.Run.Scope.Once ?? NodeText.Of(a.Run.Scope.Context);

    /// <summary>A fresh id; with a number, that many characters of it.</summary>
    private static Value Uuid(Arguments a)
    {
        var length = a.Has(0) ? a.Number(0) : 36;
        if (!(length is >= 1 and <= 1_000)) throw a.Problem("uuid() takes a length from 1 to 1000.");
        var text = new StringBuilder(Fresh(a));
        if (!a.Has(0)) return Value.Of(text.ToString());
        text.Replace("-", "");
        while (text.Length < length) text.Append(Fresh(a).Replace("-", "", StringComparison.Ordinal));
        return Value.Of(text.ToString(text.Length - (int)length, (int)length));
    }

    private static string Fresh(Arguments a) => a.Run.Scope.NewUuid?.Invoke() ?? Ids.New(a.Run.Scope.Now).ToString();

    private static string Decode(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text.Trim(), bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : "";
    }
}
