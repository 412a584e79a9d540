using GrantBot.Domain.Surveys;

namespace GrantBot.Tests.Surveys;

/// <summary>Codes beside anonymous answers never point at fewer than five people who answered.</summary>
public sealed class GrainTests
{
    private static readonly string[] Genders = ["male", "female"], Ages = ["13_16", "17_22", "23_27", "33_45", "59_plus"], Territories = ["aktau", "zhanaozen", "beineu", "munaily"], Categories = ["children", "youth", "civil", "other"],
        Languages = ["kk", "ru", "en"], Channels = ["telegram", "whatsapp", "web"];

    [Fact]
    public void every_combination_of_codes_belongs_to_five_people_whoever_answers()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var all = Enumerable.Range(0, random.Next(5, 200)).Select(_ => Somebody(random)).ToList();
            var covered = Grain.Cover(all).ShouldNotBeNull();
            covered.Count.ShouldBe(all.Count);
            covered.GroupBy(c => c).ShouldAllBe(cell => cell.Count() >= Grain.Fewest);
        }
    }

    [Fact]
    public void what_is_kept_is_what_was_said_or_coarser_and_all_rows_are_cut_alike()
    {
        var random = new Random(7);
        var all = Enumerable.Range(0, 120).Select(_ => Somebody(random)).ToList();
        var covered = Grain.Cover(all)!;
        foreach (var (said, kept) in all.Zip(covered))
        {
            (kept.Gender is null || kept.Gender == said.Gender).ShouldBeTrue();
            (kept.Territory is null || kept.Territory == said.Territory).ShouldBeTrue();
        }
        foreach (var column in new Func<SurveyCodes, string?>[] { c => c.Gender, c => c.Age, c => c.Category, c => c.Territory, c => c.Language, c => c.Channel })
            covered.Select(c => column(c) is null).Distinct().Count().ShouldBe(1);
    }

    [Fact]
    public void a_large_even_crowd_keeps_gender_and_age_bands()
    {
        var all = Enumerable.Range(0, 400).Select(i => new SurveyCodes(Genders[i % 2], Ages[i % 5], "youth", "aktau", "kk", "telegram")).ToList();
        Grain.Cover(all)!.ShouldAllBe(c => c.Gender != null && c.Age!.Contains('_') && c.Category == "youth");
    }

    [Fact]
    public void one_odd_person_makes_it_coarser_for_all()
    {
        var all = Enumerable.Range(0, 40).Select(_ => new SurveyCodes("female", "17_22", "youth", "aktau", "kk", "telegram")).Append(new SurveyCodes("male", "17_22", "youth", "aktau", "kk", "telegram")).ToList();
        Grain.Cover(all)!.ShouldAllBe(c => c.Gender == null && c.Age == "17_22" && c.Territory == "aktau");
    }

    [Fact]
    public void bands_are_joined_before_age_is_dropped()
    {
        string[] young = ["17_22", "17_22", "17_22", "23_27", "23_27", "23_27"];
        Grain.Cover([.. young.Select(a => new SurveyCodes(Age: a))])!.ShouldAllBe(c => c.Age == "17_32");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public void fewer_than_five_answers_are_not_kept_at_all(int people) => Grain.Cover([.. Enumerable.Repeat(new SurveyCodes("female"), people)]).ShouldBeNull();

    private static SurveyCodes Somebody(Random random) => new(Pick(random, Genders), Pick(random, Ages), Pick(random, Categories), Pick(random, Territories), Pick(random, Languages), Pick(random, Channels));

    /// <summary>The first ones are the usual ones, as among real people.</summary>
    private static string Pick(Random random, string[] from) => from[Math.Min(random.Next(from.Length), random.Next(from.Length + 2))];
}
