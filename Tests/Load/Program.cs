using GrantBot.Load;
using GrantBot.Load.Forms;
using GrantBot.Load.Runs;

if (args is ["bench-forms"])
{
    FormBenchmarks.Run();
    return 0;
}
try
{
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
