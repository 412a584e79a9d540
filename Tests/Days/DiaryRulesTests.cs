using GrantBot.Domain.Conversation;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Days;

/// <summary>Each rule by which the day is judged fails on a diary that breaks it, and on no other.</summary>
public sealed class DiaryRulesTests
{
    private const string Secret = "Менің сұрағым осы";
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(5));
    private readonly Reader sana = new("Әлиева Сана", "kk", ChannelKind.Telegram), arman = new("Сериков Арман", "ru", ChannelKind.WhatsApp), aida = new("Sample Aida", "en", ChannelKind.Web);
    private readonly Diary diary = new();

    [Fact]
    public void the_same_words_within_a_minute_are_read_twice()
    {
        Shows(sana, Secret);
        Shows(arman, Secret);
        DiaryRules.NobodyReadsTwice(diary);
        Shows(sana, Secret, at: Nine.AddSeconds(59));
        Fails(() => DiaryRules.NobodyReadsTwice(diary), sana.Name);
    }

    [Fact]
    public void the_same_words_later_or_after_an_act_or_as_another_file_are_not_read_twice()
    {
        Shows(sana, Secret);
        Shows(sana, Secret, at: Nine.AddMinutes(15));
        Does(sana);
        Shows(sana, Secret, at: Nine.AddMinutes(15));
        Shows(sana, Secret, file: "a.pdf");
        Shows(sana, Secret, file: "b.pdf");
        DiaryRules.NobodyReadsTwice(diary);
    }

    [Fact]
    public void a_form_may_ask_the_same_words_again()
    {
        for (var time = 0; time < 2; time++) diary.Add(new(Nine, sana, null, new Seen(Secret, []), InForm: true));
        DiaryRules.NobodyReadsTwice(diary);
    }

    [Theory]
    [InlineData("kk", "ru")]
    [InlineData("ru", "en")]
    [InlineData("en", "kk")]
    public void a_sentence_of_another_language_is_found_in_the_midst_of_ones_own(string own, string other)
    {
        var reader = Reader(own);
        Shows(reader, Locales.Shipped["c.thanks", own]);
        DiaryRules.NobodyReadsAnotherLanguage(diary);
        Shows(reader, Locales.Shipped["c.rate", own] + "\n\n" + Locales.Shipped["c.thanks", other]);
        Fails(() => DiaryRules.NobodyReadsAnotherLanguage(diary), reader.Name);
    }

    [Fact]
    public void people_are_asked_for_their_language_in_all_and_write_in_any()
    {
        Shows(sana, Locales.Shipped["lang.ask", "kk"]);
        Shows(aida, $"№ 1, {sana.Name}:\n{Secret}");
        DiaryRules.NobodyReadsAnotherLanguage(diary);
    }

    [Fact]
    public void words_for_one_are_read_by_a_third()
    {
        Shows(sana, Secret);
        Judge();
        Shows(arman, "№ 1: " + Secret);
        Fails(Judge, arman.Name);
    }

    [Fact]
    public void words_for_one_do_not_come() => Fails(Judge, sana.Name);

    [Fact]
    public void words_for_one_come_twice()
    {
        Shows(sana, Secret);
        Shows(sana, Secret, at: Nine.AddHours(1));
        Fails(Judge, sana.Name);
    }

    /// <summary>Aida, who advises, wrote to Sana.</summary>
    private void Judge() => DiaryRules.WordsStayBetweenTwo(diary, [sana, arman, aida], [new Told(Secret, [sana, aida], Once: sana)]);

    private Reader Reader(string language) => new[] { sana, arman, aida }.Single(r => r.Language == language);

    private void Does(Reader who) => diary.Add(new(Nine, who, "/menu", null));

    private void Shows(Reader who, string text, DateTimeOffset? at = null, string? file = null) => diary.Add(new(at ?? Nine, who, null, new Seen(text, [], file)));

    private static void Fails(Action rule, string names) => Should.Throw<ShouldAssertException>(rule).Message.ShouldContain(names);
}
