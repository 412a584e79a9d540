using GrantBot.Load;
using GrantBot.Load.Runs;

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
