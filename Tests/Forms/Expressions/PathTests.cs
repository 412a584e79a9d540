using GrantBot.Domain.Forms.Expressions;

namespace GrantBot.Tests.Forms.Expressions;

public sealed class PathTests
{
    [Theory]
    [InlineData(".", "42")]
    [InlineData("../age", "42")]
    [InlineData(" /data/age ", "42")]
    [InlineData("/data/member[2]/name", "Бек")]
    [InlineData("/data/member[last()]/name", "Дана")]
    [InlineData("/data/member[position() > 1]/age", "7|19")]
    [InlineData("/data/member[age > 10][2]/name", "Дана")]
    [InlineData("(/data/member/age)[2]", "7")]
    [InlineData("//age", "42|34|7|19")]
    [InlineData("/data/*[. = '7']", "")]
    [InlineData("/data/member/*[. = '7']", "7")]
    [InlineData("/data/member[name = 'Бек']/following-sibling::member/name", "Дана")]
    [InlineData("/data/member[3]/preceding-sibling::member[1]/name", "Бек")]
    [InlineData("/data/member[3]/name/ancestor::data/age", "42")]
    [InlineData("/data/member[1]/age | /data/age", "42|34")]
    [InlineData("/data/age | /data/age", "42")]
    [InlineData("descendant-or-self::node()", "42")]
    [InlineData("/data/member[1]/child::age", "34")]
    [InlineData("/data/nothing", "")]
    [InlineData("../../data/age", "42")]
    [InlineData("/data/age/text()", "42")]
    public void A_path_finds_its_nodes_in_document_order(string expression, string values) => Household.Evaluate(expression).ShouldBe(values);

    [Theory]
    [InlineData("instance('towns')/root/item[region = /data/age]/name", "aqtau|ozen")]
    [InlineData("instance('towns')/root/item[region = current()/../age]/label", "Ақтау|Жаңаөзен")]
    [InlineData("instance('towns')/root/item[name = 'almaty']/@code", "al")]
    [InlineData("count(instance('towns')/root/item)", "3")]
    [InlineData("instance('nowhere')/root/item", "")]
    public void An_outside_list_is_searched_with_answers_of_the_form(string expression, string value) => Household.Evaluate(expression).ShouldBe(value);

    [Theory]
    [InlineData("/data/a/b", "/data/a/b")]
    [InlineData("../b", "/data/g/b")]
    [InlineData("../../x/b", "/data/x/b")]
    [InlineData(".", "/data/g/q")]
    [InlineData("current()/../b", "/data/g/b")]
    [InlineData("//b", "//b")]
    [InlineData("../../../..", null)]
    [InlineData("instance('l')/root/item", null)]
    public void A_reference_resolves_to_the_path_it_depends_on(string expression, string? path) =>
        Household.Read(expression).References[^1].Resolve("/data/g/q").ShouldBe(path);

    [Fact]
    public void References_are_listed_with_their_places_and_predicates_continue_their_path()
    {
        var references = Household.Read("/data/rep[./a = ../b] and instance('l')/root/item[c = /data/d]").References;

        references.Select(r => $"{r.Position} {r.Start} {r.InstanceId} {string.Join(' ', r.Steps)}").ShouldBe(
        [
            "10 Root  data rep . a", "16 Root  data rep .. b", "0 Root  data rep", "50 Instance l root item c", "54 Root  data d", "26 Instance l root item",
        ]);
    }

    [Fact]
    public void Calls_are_listed_with_their_places()
    {
        Household.Read("if(selected(., 'a'), 1, 2)").Calls.ShouldBe([new FunctionCall("selected", 2, 3), new FunctionCall("if", 3, 0)]);
    }
}
