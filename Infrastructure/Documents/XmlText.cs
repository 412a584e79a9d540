using System.Text;
using System.Xml;

namespace GrantBot.Infrastructure.Documents;

/// <summary>Text from people made fit for XML, where most control characters and half emoji may not stand.</summary>
internal static class XmlText
{
    /// <summary>Leaves out what XML forbids.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text)) return text;
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) result.Append(text[i]);
            else if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) result.Append(text, i++, 2);
        }
        return result.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c)) return false;
        }
        return true;
    }
}
