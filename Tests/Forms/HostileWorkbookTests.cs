using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Load.Forms;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Forms;

/// <summary>Whatever an author sends is answered by one clear sentence. What each costs: dotnet run -c Release --project Tests/Load -- bench-workbooks.</summary>
public sealed class HostileWorkbookTests
{
    public static TheoryData<string> Names => [.. HostileWorkbooks.All.Select(f => f.Name)];

    [Theory, MemberData(nameof(Names))]
    public void a_file_is_read_or_refused_with_its_reason(string name)
    {
        var (_, code, make) = HostileWorkbooks.All.Single(f => f.Name == name);
        var reading = FormWorkbook.Read(make());
        reading.Problems.Where(p => p.IsError).Select(p => p.Code).ShouldBe(code.Length == 0 ? [] : [code]);
        (reading.Form is not null).ShouldBe(code.Length == 0);
        foreach (var language in Texts.Languages)
            foreach (var problem in reading.Problems.Where(p => p.IsError)) problem.Say(Locales.Shipped, language).ShouldNotContain("{");
    }
}
