using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Localisation;

public sealed class KazakhOrderTests
{
    private const string Alphabet = "АӘБВГҒДЕЁЖЗИЙКҚЛМНҢОӨПРСТУҰҮФХҺЦЧШЩЪЫІЬЭЮЯ";

    [Fact]
    public void the_alphabet_stays_in_its_order_when_sorted()
    {
        var shuffled = Alphabet.Select(c => c.ToString()).OrderBy(c => c, StringComparer.Ordinal).ToList();
        string.Concat(shuffled.Order(KazakhOrder.Comparer)).ShouldBe(Alphabet);
    }

    [Fact]
    public void names_stand_where_a_kazakh_reader_looks_for_them()
    {
        string[] names = ["Үсен", "Ысқақ", "Ілияс", "Абай", "Усенова", "Әлия", "Ұлан", "Қайрат", "Камила", "Өмір", "Оспан", "Янина"];
        names.Order(KazakhOrder.Comparer).ShouldBe(["Абай", "Әлия", "Камила", "Қайрат", "Оспан", "Өмір", "Усенова", "Ұлан", "Үсен", "Ысқақ", "Ілияс", "Янина"]);
    }

    [Fact]
    public void capitals_do_not_matter() => KazakhOrder.Comparer.Compare("әлия", "ӘЛИЯ").ShouldBe(0);

    [Theory]
    [InlineData("Әлиева", "Сана", "Ерланқызы", "Әлиева Сана Ерланқызы")]
    [InlineData(" Әлиева ", "Сана", null, "Әлиева Сана")]
    [InlineData(null, "Сана", "  ", "Сана")]
    [InlineData(null, null, null, "")]
    public void a_full_name_leaves_no_gaps(string? surname, string? given, string? patronymic, string full) => PersonName.Full(surname, given, patronymic).ShouldBe(full);
}
