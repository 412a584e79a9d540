using System.Globalization;

namespace GrantBot.Domain.Forms.Expressions.Functions;

/// <summary>Points on the map, written "latitude longitude altitude accuracy"; several are parted by semicolons.</summary>
internal static class PlaceFunctions
{
    /// <summary>Metres; the equatorial radius the other engines take.</summary>
    private const double EarthRadius = 6_378_100;

    internal static readonly Function[] All =
    [
        new("distance", "points+", "metres along points on the map", a => Value.Of(Distance(Points(a)))),
        new("area", "points", "square metres inside points on the map", a => Value.Of(Area(Points(a)))),
    ];

    /// <summary>Metres along the points in their order; less than two points are 0, an unreadable one makes NaN.</summary>
    private static double Distance(List<(double Latitude, double Longitude)> points)
    {
        var sum = 0.0;
        for (var i = 1; i < points.Count; i++) sum += Between(points[i - 1], points[i]);
        return sum;
    }

    /// <summary>Great circle by the haversine formula.</summary>
    private static double Between((double Latitude, double Longitude) a, (double Latitude, double Longitude) b)
    {
        var latitude = Math.Sin((b.Latitude - a.Latitude) / 2);
        var longitude = Math.Sin((b.Longitude - a.Longitude) / 2);
        var half = (latitude * latitude) + (Math.Cos(a.Latitude) * Math.Cos(b.Latitude) * longitude * longitude);
        return 2 * EarthRadius * Math.Asin(Math.Min(1, Math.Sqrt(half)));
    }

    /// <summary>Square metres inside the points, the last joined to the first.</summary>
    private static double Area(List<(double Latitude, double Longitude)> points)
    {
        if (points.Count < 3) return 0;
        var sum = 0.0;
        for (var i = 0; i < points.Count; i++)
        {
            var (a, b) = (points[i], points[(i + 1) % points.Count]);
            sum += (b.Longitude - a.Longitude) * (2 + Math.Sin(a.Latitude) + Math.Sin(b.Latitude));
        }
        return Math.Abs(sum) * EarthRadius * EarthRadius / 2;
    }

    private static List<(double Latitude, double Longitude)> Points(Arguments a) =>
        [.. a.Spread(0).SelectMany(v => v.AsText().Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).Select(Point)];

    private static (double Latitude, double Longitude) Point(string text)
    {
        var parts = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return parts.Length >= 2 ? (Radians(parts[0]), Radians(parts[1])) : (double.NaN, double.NaN);
    }

    private static double Radians(string degrees) =>
        double.TryParse(degrees, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number * Math.PI / 180 : double.NaN;
}
