using GrantBot.Load;
using GrantBot.Load.Counts;
using GrantBot.Load.Forms;
using GrantBot.Load.Runs;

switch (args)
{
    case ["bench-forms"]: FormBenchmarks.Run(); return 0;
    case ["bench-workbooks"]: WorkbookCosts.Run(); return 0;
    case ["bench-counts", var many, var content]: CountCosts.Run(int.Parse(many, System.Globalization.CultureInfo.InvariantCulture), content); return 0;
    case ["bench-counts", var many, var content, var file]: CountCosts.Run(int.Parse(many, System.Globalization.CultureInfo.InvariantCulture), content, file); return 0;
    case ["bench-workbook", var file]: WorkbookCosts.One(file); return 0;
}
try
{
    if (args is ["broadcast", .. var more])
    {
        var told = await BroadcastRun.GoAsync(LoadOptions.Parse(more));
        Console.WriteLine(told);
        return told.Missing + told.Unanswered == 0 ? 0 : 1;
    }
    var options = LoadOptions.Parse(args);
    var result = await LoadRun.GoAsync(options);
    Console.WriteLine(Report.Of(options, result));
    return result.Flawless ? 0 : 1;
}
catch (FormatException wrong)
{
    Console.Error.WriteLine(wrong.Message);
    return 2;
}
