using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Bot.Tools;

/// <summary>
/// The verb that evaluates a file of expression cases and prints a JSON line for each, so that the language can be compared with other engines.
/// </summary>
internal static class EvalVerb
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>0 when the file could be read, 2 when not; a case that fails is a line of type error.</summary>
    public static int Run(string casesFile, TextWriter output)
    {
        JsonArray? cases;
        try
        {
            cases = JsonNode.Parse(File.ReadAllText(casesFile)) as JsonArray;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            output.WriteLine(Line(null, "error", $"The file of cases cannot be read: {e.Message}"));
            return 2;
        }
        if (cases is null) output.WriteLine(Line(null, "error", "The file of cases must hold a JSON list."));
        foreach (var one in cases ?? []) output.WriteLine(Evaluate(one as JsonObject));
        return cases is null ? 2 : 0;
    }

    private static string Evaluate(JsonObject? one)
    {
        var id = Text(one, "id");
        try
        {
            var result = Expression.Parse(Text(one, "expr") ?? "");
            return result.Expression is { } expression
                ? Asked(id, Text(one, "ask"), expression.Evaluate(Scope(one!)))
                : Line(id, "error", string.Join(' ', result.Problems.Select(p => p.Advice)));
        }
        catch (Exception e)
        {
            // Whatever a case holds, the run goes on with the next one.
            return Line(id, "error", e.Message);
        }
    }

    private static EvaluationScope Scope(JsonObject one)
    {
        var document = InstanceXml.Read(Text(one, "xml") ?? "<data/>");
        var root = InstanceXml.Find(document, Text(one, "root")) ?? document;
        return new EvaluationScope
        {
            Context = InstanceXml.Find(document, Text(one, "context")) ?? document,
            Root = root.Children.Count > 0 && (root.Name.Length == 0 || root.Name == "instance") ? root.Children[0] : root,
            Now = DateTimeOffset.Parse(Text(one, "now") ?? "2026-03-15T10:30:00-07:00", CultureInfo.InvariantCulture),
            Zone = TimeZoneInfo.FindSystemTimeZoneById(Text(one, "tz") ?? "UTC"),
            Instance = id => InstanceXml.Instance(document.Children[0], id),
        };
    }

    private static string Asked(string? id, string? ask, Value value) => ask switch
    {
        "number" => Line(id, "number", Number(value.AsNumber())),
        "string" => Line(id, "string", value.AsText()),
        "boolean" => Line(id, "boolean", value.AsBoolean()),
        _ => value switch
        {
            Value.Number n => Line(id, "number", Number(n.Value)),
            Value.Bool b => Line(id, "boolean", b.Value),
            Value.Nodes nodes => Line(id, "nodeset", new JsonArray([.. nodes.Items.Select(n => (JsonNode)InstanceXml.PathOf(n))])),
            _ => Line(id, "string", value.AsText()),
        },
    };

    private static JsonNode Number(double number) => number switch
    {
        double.NaN => "NaN",
        double.PositiveInfinity => "Infinity",
        double.NegativeInfinity => "-Infinity",
        0 when double.IsNegative(number) => "-0",
        _ => number,
    };

    private static string Line(string? id, string type, JsonNode? value) =>
        new JsonObject { ["id"] = id, ["type"] = type, ["value"] = value }.ToJsonString(Plain);

    private static string? Text(JsonObject? one, string name) => one?[name] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
