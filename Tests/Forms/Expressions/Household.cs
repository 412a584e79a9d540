using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Tests.Forms.Expressions;

/// <summary>A small form, half filled, and a way to evaluate an expression in it: morning of 15 March 2026 in Almaty.</summary>
internal static class Household
{
    internal static readonly DateTimeOffset Now = new(2026, 3, 15, 10, 30, 0, TimeSpan.FromHours(5));

    internal static EvaluationScope Scope(string context = "age")
    {
        var data = new InstanceNode("data");
        foreach (var (name, value) in new[] { ("age", "42"), ("name", "Сана Әлиева"), ("blank", ""), ("skills", "law it art"), ("born", "1990-07-01"), ("hidden", "9") })
            data.Add(new InstanceNode(name) { Value = value, Relevant = name != "hidden" });
        foreach (var (name, age) in new[] { ("Алма", "34"), ("Бек", "7"), ("Дана", "19") })
        {
            var member = data.Add(new InstanceNode("member"));
            member.Add(new InstanceNode("name") { Value = name });
            member.Add(new InstanceNode("age") { Value = age });
        }
        return new EvaluationScope
        {
            Context = data.Children.First(c => c.Name == context),
            Root = data,
            Now = Now,
            Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Almaty"),
            Instance = id => id == "towns" ? Towns() : null,
            ChoiceLabel = (value, path) => (value, path) == ("law", "/data/skills") ? "Құқық" : null,
            NewUuid = () => "01890000-0000-7000-8000-000000000001",
            Seed = 42,
        };
    }

    /// <summary>The value as text, with the kind of value before it when it is no text.</summary>
    internal static string Evaluate(string expression, string context = "age") => Show(Read(expression).Evaluate(Scope(context)));

    internal static Expression Read(string text)
    {
        var result = Expression.Parse(text);
        result.Expression.ShouldNotBeNull($"{text}: {string.Join(' ', result.Problems)}");
        return result.Expression;
    }

    private static string Show(Value value) => value switch
    {
        Value.Text text => $"'{text.Value}'",
        Value.Nodes nodes => string.Join('|', nodes.Items.Select(n => n.Children.Count > 0 ? n.Name : n.Value)),
        _ => value.AsText(),
    };

    private static InstanceNode Towns()
    {
        var root = new InstanceNode("root");
        foreach (var (name, label, region) in new[] { ("aqtau", "Ақтау", "42"), ("ozen", "Жаңаөзен", "42"), ("almaty", "Алматы", "7") })
        {
            var item = root.Add(new InstanceNode("item"));
            item.Add(new InstanceNode("name") { Value = name });
            item.Add(new InstanceNode("label") { Value = label });
            item.Add(new InstanceNode("region") { Value = region });
            item.Attributes["code"] = name[..2];
        }
        return root;
    }
}
