using GrantBot.Domain;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Conversation;

namespace GrantBot.Tests.CheckIn;

public sealed class GuestSearchTests
{
    private static readonly KnownGuest[] Guests =
    [
        Guest(1, "Әлиева Сана", "K7M2QX"), Guest(2, "Қуанышқызы Айдана", "M4N8PR"), Guest(3, "Серіков Арман", "P2P3P4"), Guest(234567, "Сериков Ержан", null),
    ];

    [Theory]
    [InlineData("1", 1)]
    [InlineData("№ 2", 2)]
    [InlineData("No. 3", 3)]
    [InlineData("k7m 2qx", 1)]
    [InlineData("234567", 234567)]
    public void a_number_or_a_code_means_one(string typed, int number) => GuestSearch.Exact(Guests, typed)!.Number.ShouldBe(number);

    [Theory]
    [InlineData("99")]
    [InlineData("Сана")]
    [InlineData("ABCDEF")]
    public void anything_else_means_nobody_for_sure(string typed) => GuestSearch.Exact(Guests, typed).ShouldBeNull();

    [Theory]
    [InlineData("сана", new[] { 1 })]
    [InlineData("Алиева", new[] { 1 })]
    [InlineData("kuanysh", new[] { 2 })]
    [InlineData("куаныш айд", new[] { 2 })]
    [InlineData("сериков", new[] { 3, 234567 })]
    [InlineData("serikov arman", new[] { 3 })]
    [InlineData("дана", new[] { 2 })]
    [InlineData("Нурлан", new int[0])]
    [InlineData("...", new int[0])]
    public void names_are_found_in_any_spelling(string typed, int[] numbers) => GuestSearch.ByName(Guests, typed).Select(g => g.Number).ShouldBe(numbers);

    private static KnownGuest Guest(int number, string name, string? ticket) => new(new(Guid.Empty), number, name, null, ticket, null);
}
