using GrantBot.Domain;
using GrantBot.Domain.People;

namespace GrantBot.Tests.People;

public sealed class LikenessTests
{
    private static readonly DateOnly Birth = new(2008, 3, 5);
    private static readonly PersonId A = Id(1), B = Id(2), C = Id(3);

    [Fact]
    public void one_verified_phone_proposes_a_merge() =>
        Likeness.Find([Key(A, "Әлиева", phone: "+77000000001"), Key(B, "Омарова", phone: "+77000000001")]).ShouldBe([new(A, B, LikenessReason.Phone)]);

    [Fact]
    public void one_name_birth_date_and_place_of_study_propose_a_merge() =>
        Likeness.Find([Key(A, "Әлиева", place: "№22 мектеп"), Key(B, "Aliyeva", place: "школа №22")]).ShouldBe([new(A, B, LikenessReason.NameBirthInstitution)]);

    [Fact]
    public void a_pair_with_both_reasons_is_told_once_by_the_stronger() =>
        Likeness.Find([Key(A, "Әлиева", phone: "+77000000001"), Key(B, "Алиева", phone: "+77000000001")]).ShouldBe([new(A, B, LikenessReason.Phone)]);

    [Theory]
    [InlineData("Әлиев", "2008-03-05", "№22 мектеп")]
    [InlineData("Әлиева", "2008-03-06", "№22 мектеп")]
    [InlineData("Әлиева", null, "№22 мектеп")]
    [InlineData("Әлиева", "2008-03-05", "№23 мектеп")]
    [InlineData("Әлиева", "2008-03-05", "")]
    public void less_than_all_three_proposes_nothing(string surname, string? birth, string place) =>
        Likeness.Find([Key(A, "Әлиева"), Key(B, surname, place: place) with { Birth = birth is null ? null : DateOnly.Parse(birth) }]).ShouldBeEmpty();

    [Fact]
    public void what_is_unknown_is_like_nothing() =>
        Likeness.Find([new(A, null, "", null, ""), new(B, null, "", null, ""), new(C, "", "", null, "")]).ShouldBeEmpty();

    [Fact]
    public void three_alike_are_each_paired_with_the_first() =>
        Likeness.Find([Key(A, "Әлиева"), Key(B, "Әлиева"), Key(C, "Әлиева")]).ShouldBe([new(A, B, LikenessReason.NameBirthInstitution), new(A, C, LikenessReason.NameBirthInstitution)]);

    [Fact]
    public void nobody_is_like_oneself() => Likeness.Find([Key(A, "Әлиева", phone: "+77000000001"), Key(A, "Әлиева", phone: "+77000000001")]).ShouldBeEmpty();

    private static PersonKey Key(PersonId id, string surname, string? phone = null, string place = "№22 мектеп") =>
        new(id, phone, NameFold.Key(surname, "Сана"), Birth, InstitutionFold.Key(place));

    private static PersonId Id(byte n) => new(new Guid([.. new byte[15], n]));
}
