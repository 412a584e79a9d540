using GrantBot.Domain.People;

namespace GrantBot.Tests.People;

public sealed class InstitutionFoldTests
{
    [Theory]
    [InlineData("№22 мектеп", "школа №22")]
    [InlineData("№22 мектеп", "22 ЖББМ")]
    [InlineData("№22 мектеп", "ОСШ 22")]
    [InlineData("№22 мектеп", "School No. 22")]
    [InlineData("№22 мектеп", "СШ №22")]
    [InlineData("№22 мектеп", "22-мектеп")]
    [InlineData("№22 мектеп", "22 ші мектеп")]
    [InlineData("№22 мектеп", "22ЖББМ")]
    [InlineData("№22 мектеп", "shkola 22")]
    [InlineData("№22 мектеп", "КГУ «Общеобразовательная школа №22»")]
    [InlineData("№22 мектеп", "№22 жалпы білім беретін мектебі КММ")]
    [InlineData("№22 мектеп", "Мектеп № 022")]
    [InlineData("№5 мектеп-лицей", "школа-лицей №5")]
    [InlineData("№11 мектеп-гимназия", "Гимназия №11")]
    [InlineData("№11 мектеп-гимназия", "School-gymnasium No. 11")]
    [InlineData("Медициналық колледж", "Медицинский колледж")]
    [InlineData("Аграрлық колледж", "Agrarian college")]
    public void ways_of_writing_one_place_meet(string a, string b) => InstitutionFold.Key(b).ShouldBe(InstitutionFold.Key(a));

    [Theory]
    [InlineData("№22 мектеп", "№2 мектеп")]
    [InlineData("№22 мектеп", "школа №23")]
    [InlineData("№1 мектеп", "№11 мектеп")]
    [InlineData("№5 мектеп-лицей", "№5 мектеп")]
    [InlineData("№5 мектеп-лицей", "№5 мектеп-гимназия")]
    [InlineData("Медициналық колледж", "Аграрлық колледж")]
    [InlineData("Абай атындағы мектеп", "Шоқан атындағы мектеп")]
    [InlineData("№22 мектеп, Ақтау", "№22 мектеп, Жаңаөзен")]
    [InlineData("Университет", "Колледж")]
    public void different_places_do_not(string a, string b) => InstitutionFold.Same(a, b).ShouldBeFalse(InstitutionFold.Key(a));

    [Theory]
    [InlineData("")]
    [InlineData("мектеп")]
    [InlineData("—")]
    [InlineData("школа №")]
    public void what_names_no_place_is_like_nothing(string text) => InstitutionFold.Key(text).ShouldBe("");
}
