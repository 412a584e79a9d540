using System.CommandLine;
using System.CommandLine.Parsing;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Localisation;

namespace GrantBot.Bot.Tools;

/// <summary>The command-line verbs; without one the bot starts.</summary>
internal static class Verbs
{
    private const int WrongCommandLine = 2;

    /// <summary>The work of the verb that was asked for; null = start the bot. An unknown word is an error, not a start.</summary>
    public static Func<Task<int>>? Find(string[] args) => args switch
    {
        ["help" or "--help" or "-h", ..] => () => RunAsync(["--help"], Console.Out, Console.Error),
        [var first, ..] when !first.StartsWith('-') && !first.Contains('=', StringComparison.Ordinal) => () => RunAsync(args, Console.Out, Console.Error),
        _ => null,
    };

    /// <summary>Does what a command line says; 2 when it cannot be understood.</summary>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Root(output).Parse(args);
        foreach (var mistake in parsed.Errors) await error.WriteLineAsync(mistake.Message);
        if (parsed.Errors.Count > 0) await error.WriteLineAsync("grantbot --help says what there is.");
        return parsed.Errors.Count > 0 ? WrongCommandLine : await parsed.InvokeAsync(new() { Output = output, Error = error, EnableDefaultExceptionHandler = false });
    }

    private static RootCommand Root(TextWriter output) => new("GrantBot. Without a verb it starts the bot (settings: see README.md).") { Eval(output), Check(output), Chat(output), Support(output) };

    private static Command Eval(TextWriter output)
    {
        var cases = new Argument<string>("CASES.json") { Description = "a JSON list of cases" };
        var verb = new Command("eval", "evaluates expression cases, one JSON line each") { cases };
        verb.SetAction(parsed => EvalVerb.Run(parsed.GetRequiredValue(cases), output));
        return verb;
    }

    private static Command Check(TextWriter output)
    {
        var forms = new Argument<string[]>("FORM.xlsx") { Description = "XLSForm workbooks", Arity = ArgumentArity.OneOrMore };
        forms.Validators.Add(RefuseOptions);
        var json = new Option<bool>("--json") { Description = "a JSON line for each workbook" };
        var language = Language();
        var verb = new Command("check", "says what is wrong with forms; exit code 1 when one cannot be used") { forms, language, json };
        verb.SetAction(parsed => new CheckVerb(ContentLoader.Texts(), parsed.GetRequiredValue(language), output).Run(parsed.GetRequiredValue(forms), parsed.GetValue(json)));
        return verb;
    }

    private static Command Chat(TextWriter output)
    {
        var form = new Argument<string>("FORM.xlsx") { Description = "an XLSForm workbook" };
        var record = new Option<string>("--record") { HelpName = "FILE.chat", Description = "writes the conversation as a test, into a new file" };
        var language = Language();
        var verb = new Command("chat", "plays a form in the terminal") { form, language, record };
        verb.SetAction(parsed => ChatVerb.Run(parsed.GetRequiredValue(form), parsed.GetRequiredValue(language), parsed.GetValue(record), Console.In, output));
        return verb;
    }

    private static Command Support(TextWriter output)
    {
        var verb = new Command("support", "prints which types, columns and functions of XLSForm can be used, as Markdown");
        verb.SetAction(_ => SupportVerb.Run(output));
        return verb;
    }

    /// <summary>A misspelt option is no file.</summary>
    private static void RefuseOptions(ArgumentResult files)
    {
        foreach (var token in files.Tokens.Where(t => t.Value.StartsWith('-'))) files.AddError($"There is no option {token.Value}.");
    }

    private static Option<string> Language()
    {
        var language = new Option<string>("--lang") { Description = "kk, ru or en; else as LANG says, else ru", DefaultValueFactory = _ => SystemLanguage() };
        language.AcceptOnlyFromAmong([.. Texts.Languages]);
        return language;
    }

    private static string SystemLanguage()
    {
        var set = new[] { "LC_ALL", "LC_MESSAGES", "LANG" }.Select(Environment.GetEnvironmentVariable).FirstOrDefault(value => !string.IsNullOrEmpty(value)) ?? "";
        return Texts.Languages.FirstOrDefault(l => set.StartsWith(l, StringComparison.OrdinalIgnoreCase)) ?? "ru";
    }
}
