using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Forms.Xls;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Spreadsheets;

namespace GrantBot.Bot.Tools;

/// <summary>The verb that tells authors what is wrong with their workbooks before anybody is asked anything.</summary>
internal sealed class CheckVerb(Texts texts, string language, TextWriter output)
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Checks each file and says what it found, in words or as a JSON line each; 0 when every form can be used, 1 when one cannot.</summary>
    public int Run(IReadOnlyList<string> files, bool json)
    {
        var code = 0;
        foreach (var file in files)
        {
            var reading = FormWorkbook.Read(file);
            if (reading.Form is null) code = 1;
            if (json) output.WriteLine(Json(file, reading).ToJsonString(Plain));
            else Say(file, reading);
        }
        return code;
    }

    private void Say(string file, FormReading reading)
    {
        output.WriteLine(reading.Form is { } form
            ? $"{file}: {texts.Say("check.good", language, ("title", form.Title(language)), ("n", form.Questions.Count(q => q.Asked)), ("languages", texts.NamesOf(form.Languages, language)))}"
            : $"{file}:");
        Say("check.errors", [.. reading.Problems.Where(p => p.IsError)]);
        Say(reading.Form is null ? "check.warnings.bad" : "check.warnings", [.. reading.Problems.Where(p => !p.IsError)]);
    }

    private void Say(string heading, IReadOnlyList<FormProblem> problems)
    {
        if (problems.Count == 0) return;
        output.WriteLine(texts.Say(heading, language, ("n", problems.Count)));
        foreach (var problem in problems) output.WriteLine("  " + problem.Say(texts, language));
    }

    private JsonObject Json(string file, FormReading reading) => new()
    {
        ["file"] = file,
        ["outcome"] = reading.Form is null ? "error" : "valid",
        ["questions"] = new JsonArray([.. (reading.Form?.Questions ?? []).Select(Json)]),
        ["problems"] = new JsonArray([.. reading.Problems.Select(Json)]),
    };

    private static JsonObject Json(Question question)
    {
        var one = new JsonObject { ["name"] = question.Name, ["type"] = TypeOf(question.Kind) };
        if (question.Choices is { } list) one["list"] = list.Name;
        one["label"] = question.Label is not { } label ? null : new JsonObject(label.ByLanguage.Keys.Select(l =>
            KeyValuePair.Create(l, (JsonNode?)label.In(l, path => "${" + path[(path.LastIndexOf('/') + 1)..] + "}"))));
        return one;
    }

    private JsonObject Json(FormProblem problem) => new()
    {
        ["severity"] = problem.IsError ? "error" : "warning",
        ["sheet"] = problem.Sheet,
        ["row"] = problem.Row > 0 ? problem.Row : null,
        ["column"] = problem.Column,
        ["code"] = problem.Code,
        ["message"] = problem.Words(texts, language),
    };

    /// <summary>The type as XLSForm spells it; phone and email are the kinds of text that are ours.</summary>
    private static string TypeOf(QuestionKind kind) => kind switch
    {
        QuestionKind.SelectOne => "select_one",
        QuestionKind.SelectMultiple => "select_multiple",
        QuestionKind.DateTime => "dateTime",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
