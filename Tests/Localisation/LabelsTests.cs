using GrantBot.Domain.Localisation;

namespace GrantBot.Tests.Localisation;

/// <summary>Which choice people mean who type it.</summary>
public sealed class LabelsTests
{
    private static readonly IReadOnlyList<IReadOnlyList<string>> YesNo = [["Иә", "Да", "Yes"], ["Жоқ", "Нет", "No"]];
    private static readonly IReadOnlyList<IReadOnlyList<string>> Places = [["Ақтау қаласы", "Город Актау"], ["Ақтау ауданы", "Район Актау"], ["Бейнеу", "Бейнеу"], ["№7 мектеп", "Школа 7"]];

    [Theory]
    [InlineData("иә", 0), InlineData("Ия", 0), InlineData("iya", 0), InlineData("да", 0), InlineData("YES", 0), InlineData("ага", 0)]
    [InlineData("жок", 1), InlineData("joq", 1), InlineData("Нет!", 1), InlineData("no", 1)]
    [InlineData("білмеймін", -1), InlineData("", -1), InlineData("😀", -1)]
    public void yes_and_no_are_known_in_every_spelling(string typed, int meant) => Labels.Find(typed, YesNo).ShouldBe(meant);

    [Theory]
    [InlineData("актау каласы", 0), InlineData("район актау", 1), InlineData("бейн", 2), InlineData("Бейнеуу", 2), InlineData("beineu", 2), InlineData("Beyneu", 2)]
    [InlineData("ақтау", -1)]
    [InlineData("школа 7", 3), InlineData("школа 1", -1)]
    public void a_label_is_forgiven_a_slip_another_keyboard_and_latin_letters_but_no_other_digit(string typed, int meant) => Labels.Find(typed, Places).ShouldBe(meant);

    [Fact]
    public void two_labels_alike_are_not_guessed_between() => Labels.Find("Ақтау", [["Ақтау"], ["Актау"], ["Ақтау ауданы"]]).ShouldBe(-1);

    [Fact]
    public void words_of_yes_are_no_answer_where_no_choice_means_yes() => Labels.Find("да", Places).ShouldBe(-1);
}
