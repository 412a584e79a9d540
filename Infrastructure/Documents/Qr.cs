using System.Globalization;
using System.Text;
using System.Xml.Linq;
using QRCoder;

namespace GrantBot.Infrastructure.Documents;

/// <summary>
/// QR codes as SVG: black modules as one path on white, with the quiet zone of four modules that ISO/IEC 18004 asks for.
/// Error correction M (15 %), so that a fold or a thumb does no harm.
/// </summary>
internal static class Qr
{
    /// <summary>Most bytes of UTF-8 one code holds: version 40 at correction M.</summary>
    public const int MostBytes = 2331;

    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    /// <summary>The modules, quiet zone included; true is black. The first index is the row.</summary>
    /// <exception cref="ArgumentException">The text is empty or longer than <see cref="MostBytes"/>.</exception>
    public static bool[,] Modules(string text)
    {
        if (text.Length == 0 || Encoding.UTF8.GetByteCount(text) > MostBytes) throw new ArgumentException($"A QR code holds 1 to {MostBytes} bytes", nameof(text));
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var size = data.ModuleMatrix.Count;
        var modules = new bool[size, size];
        for (var y = 0; y < size; y++)
        {
            for (var x = 0; x < size; x++) modules[y, x] = data.ModuleMatrix[y][x];
        }
        return modules;
    }

    /// <summary>The code as a part of a drawing: a white square with the modules on it.</summary>
    /// <param name="text">What a camera reads.</param>
    /// <param name="x">Left edge in the drawing's units.</param>
    /// <param name="y">Upper edge.</param>
    /// <param name="size">Width and height, quiet zone included.</param>
    public static XElement Fragment(string text, double x, double y, double size)
    {
        var modules = Modules(text);
        var scale = size / modules.GetLength(0);
        return new XElement(Svg + "g",
            new XAttribute("transform", $"translate({N(x)} {N(y)}) scale({N(scale)})"),
            new XElement(Svg + "path", new XAttribute("fill", "#FFFFFF"), new XAttribute("d", $"M0 0h{modules.GetLength(1)}v{modules.GetLength(0)}H0z")),
            // without crispEdges the hair between two rows shows as grey lines on some printers
            new XElement(Svg + "path", new XAttribute("fill", "#000000"), new XAttribute("shape-rendering", "crispEdges"), new XAttribute("d", Path(modules))));
    }

    /// <summary>The code as a picture of its own, as UTF-8 bytes of SVG.</summary>
    /// <param name="text">What a camera reads.</param>
    /// <param name="pixels">Width and height, rounded down to whole pixels per module, so that edges stay sharp.</param>
    public static byte[] Draw(string text, int pixels = 720)
    {
        var count = Modules(text).GetLength(0);
        var size = Math.Max(1, pixels / count) * count;
        return Encoding.UTF8.GetBytes(new XElement(Svg + "svg",
            new XAttribute("width", size), new XAttribute("height", size), new XAttribute("viewBox", $"0 0 {size} {size}"),
            Fragment(text, 0, 0, size)).ToString(SaveOptions.DisableFormatting));
    }

    /// <summary>The code as PNG, some pixels a module, for documents that hold no drawings.</summary>
    /// <param name="text">What a camera reads.</param>
    /// <param name="pixelsPerModule">Pixels; a ticket's link has some 45 modules with its quiet zone.</param>
    public static byte[] Png(string text, int pixelsPerModule = 8)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var png = new PngByteQRCode(data);
        return png.GetGraphic(pixelsPerModule);
    }

    /// <summary>Every run of black modules in a row as a rectangle, all in one path.</summary>
    private static string Path(bool[,] modules)
    {
        var path = new StringBuilder();
        for (var y = 0; y < modules.GetLength(0); y++)
        {
            for (var x = 0; x < modules.GetLength(1); x++)
            {
                var from = x;
                while (x < modules.GetLength(1) && modules[y, x]) x++;
                if (x > from) path.Append(CultureInfo.InvariantCulture, $"M{from} {y}h{x - from}v1h-{x - from}z");
            }
        }
        return path.ToString();
    }

    private static string N(double value) => Math.Round(value, 5).ToString(CultureInfo.InvariantCulture);
}
