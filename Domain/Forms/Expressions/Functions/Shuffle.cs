using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>
/// The order of randomize(). The engines agree on the Park-Miller generator and on Fisher-Yates from the inside out (each node in turn takes
/// a place drawn among those so far), so a seed gives the same order everywhere.
/// </summary>
internal static class Shuffle
{
    private const long Modulus = 2_147_483_647, Multiplier = 16_807;

    internal static List<InstanceNode> Of(IReadOnlyList<InstanceNode> nodes, long seed)
    {
        var order = new List<InstanceNode>(nodes.Count);
        var state = seed % Modulus;
        if (state <= 0) state += Modulus - 1;
        foreach (var node in nodes)
        {
            state = state * Multiplier % Modulus;
            var place = (int)((state - 1) / (double)(Modulus - 1) * (order.Count + 1));
            order.Add(node);
            (order[^1], order[place]) = (order[place], node);
        }
        return order;
    }

    /// <summary>A number as it is; another text by its hash, so that a name or an id may be the seed.</summary>
    internal static long Seed(Value value)
    {
        var text = value.AsText();
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 9e18) return (long)number;
        return BitConverter.ToInt64([.. SHA256.HashData(Encoding.UTF8.GetBytes(text)).Take(8).Reverse()]);
    }
}
