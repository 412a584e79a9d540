using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>
/// The order of randomize(): the ODK XForms specification asks for the Park-Miller generator and Fisher-Yates, so a seed gives the same order in every engine.
/// </summary>
internal static class Shuffle
{
    private const long Modulus = 2_147_483_647, Multiplier = 16_807;

    internal static List<InstanceNode> Of(IReadOnlyList<InstanceNode> nodes, long seed)
    {
        var order = nodes.ToList();
        var state = seed % Modulus;
        if (state <= 0) state += Modulus - 1;
        for (var left = order.Count; left > 0; left--)
        {
            state = state * Multiplier % Modulus;
            var pick = (int)((state - 1) / (double)(Modulus - 1) * left);
            (order[left - 1], order[pick]) = (order[pick], order[left - 1]);
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
