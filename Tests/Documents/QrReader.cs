using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace GrantBot.Tests.Documents;

/// <summary>
/// Reads a QR code of versions 1 to 8 at correction M as a phone would, from the drawn path, by ISO/IEC 18004 and without the library that made it.
/// It corrects no errors, so any wrong module shows.
/// </summary>
internal static partial class QrReader
{
    private const int Quiet = 4;

    // data codewords of each block, by version
    private static readonly int[][] Blocks = [[16], [28], [44], [32, 32], [43, 43], [27, 27, 27, 27], [31, 31, 31, 31], [38, 38, 39, 39]];
    private static readonly int[][] Alignments = [[], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42]];

    /// <summary>What the code in a drawing says.</summary>
    public static string Read(XElement drawing)
    {
        var path = drawing.Descendants().Single(e => e.Name.LocalName == "path" && e.Attribute("shape-rendering") is not null).Attribute("d")!.Value;
        var white = drawing.Descendants().Select(e => Square().Match(e.Attribute("d")?.Value ?? "")).Single(m => m.Success);
        var drawn = new bool[Int(white, 1), Int(white, 1)];
        foreach (Match run in Run().Matches(path))
        {
            for (var i = 0; i < Int(run, 3); i++) drawn[Int(run, 2), Int(run, 1) + i] = true;
        }
        return Decode(drawn);
    }

    /// <summary>What modules say, quiet zone included; the first index is the row.</summary>
    public static string Decode(bool[,] drawn)
    {
        var size = drawn.GetLength(0) - (2 * Quiet);
        for (var i = 0; i < drawn.GetLength(0); i++)
        {
            for (var q = 0; q < Quiet; q++) (drawn[i, q] || drawn[q, i] || drawn[i, drawn.GetLength(0) - 1 - q] || drawn[drawn.GetLength(0) - 1 - q, i]).ShouldBeFalse("the quiet zone is not white");
        }
        bool At(int x, int y) => drawn[y + Quiet, x + Quiet];
        var version = (size - 17) / 4;
        var format = Format(At);
        (format >> 3).ShouldBe(0, "the correction is not M");
        var codewords = Codewords(At, size, version, format & 7);
        return Text(Deinterleaved(codewords, Blocks[version - 1]));
    }

    private static int Format(Func<int, int, bool> at)
    {
        var bits = 0;
        for (var i = 0; i < 15; i++)
        {
            var (x, y) = i switch { < 6 => (8, i), 6 => (8, 7), 7 => (8, 8), 8 => (7, 8), _ => (14 - i, 8) };
            if (at(x, y)) bits |= 1 << i;
        }
        return (bits ^ 0x5412) >> 10;
    }

    private static List<byte> Codewords(Func<int, int, bool> at, int size, int version, int mask)
    {
        var bits = new List<bool>();
        for (var right = size - 1; right >= 1; right -= 2)
        {
            if (right == 6) right = 5;
            for (var step = 0; step < size; step++)
            {
                var y = ((right + 1) & 2) == 0 ? size - 1 - step : step;
                foreach (var x in new[] { right, right - 1 })
                {
                    if (!IsFunction(x, y, size, version)) bits.Add(at(x, y) ^ IsMasked(x, y, mask));
                }
            }
        }
        return [.. bits.Chunk(8).Where(c => c.Length == 8).Select(c => c.Aggregate((byte)0, (v, b) => (byte)((v << 1) | (b ? 1 : 0))))];
    }

    private static bool IsFunction(int x, int y, int size, int version)
    {
        if ((x < 9 && y < 9) || (x >= size - 8 && y < 9) || (x < 9 && y >= size - 8) || x == 6 || y == 6) return true;
        if (version >= 7 && ((x >= size - 11 && y < 6) || (y >= size - 11 && x < 6))) return true;
        var centres = Alignments[version - 1];
        return centres.Any(cx => centres.Any(cy => Math.Abs(x - cx) <= 2 && Math.Abs(y - cy) <= 2 && !((cx == 6 && cy == 6) || (cx == 6 && cy == centres[^1]) || (cy == 6 && cx == centres[^1]))));
    }

    private static bool IsMasked(int x, int y, int mask) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => ((x / 3) + (y / 2)) % 2 == 0,
        5 => (x * y % 2) + (x * y % 3) == 0,
        6 => ((x * y % 2) + (x * y % 3)) % 2 == 0,
        _ => (((x + y) % 2) + (x * y % 3)) % 2 == 0,
    };

    private static byte[] Deinterleaved(List<byte> codewords, int[] blocks)
    {
        var data = blocks.Select(_ => new List<byte>()).ToList();
        var next = 0;
        for (var i = 0; i < blocks.Max(); i++)
        {
            for (var b = 0; b < blocks.Length; b++) if (i < blocks[b]) data[b].Add(codewords[next++]);
        }
        return [.. data.SelectMany(d => d)];
    }

    /// <summary>Segments one after another, each with digits, capitals or bytes, whichever is shorter; counts are as wide as in versions up to 9.</summary>
    private static string Text(byte[] data)
    {
        const string Capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
        var (bits, at) = (string.Concat(data.Select(b => b.ToString("b8", CultureInfo.InvariantCulture))), 0);
        int Next(int width) => Convert.ToInt32(bits.Substring((at += width) - width, width), 2);
        var text = new List<byte>();
        while (bits.Length - at >= 4 && Next(4) is > 0 and var mode)
        {
            if (mode == 7) { Next(8).ShouldBe(26, "the alphabet is not UTF-8"); continue; }
            var left = Next(mode switch { 1 => 10, 2 => 9, 4 => 8, _ => throw new InvalidDataException($"mode {mode}") });
            for (int taken; left > 0; left -= taken)
            {
                taken = Math.Min(left, mode switch { 1 => 3, 2 => 2, _ => 1 });
                if (mode == 4) text.Add((byte)Next(8));
                else if (mode == 1) text.AddRange(Encoding.ASCII.GetBytes(Next((3 * taken) + 1).ToString($"d{taken}", CultureInfo.InvariantCulture)));
                else if (taken == 1) text.Add((byte)Capitals[Next(6)]);
                else { var pair = Next(11); text.AddRange([(byte)Capitals[pair / 45], (byte)Capitals[pair % 45]]); }
            }
        }
        return Encoding.UTF8.GetString([.. text]);
    }

    private static int Int(Match match, int group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\AM0 0h(\d+)v\1H0z\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Square();

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)v1h-\3z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Run();
}
