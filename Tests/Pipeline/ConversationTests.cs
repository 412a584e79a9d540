using GrantBot.Domain.Registration;
using GrantBot.Infrastructure.Storage.Tables;

namespace GrantBot.Tests.Pipeline;

/// <summary>The pipeline takes conversations through to their end.</summary>
public sealed class ConversationTests
{
    [Fact]
    public async Task a_person_registers_and_gets_a_number()
    {
        await using var house = await House.OpenAsync();
        await house.SayAsync("1", Registering.Everything());
        await using var db = house.Db();
        house.Channel.Told("1")[^1].ShouldContain("Тіркеу нөмірі: 1.");
        var registration = db.Registrations.ShouldHaveSingleItem();
        (registration.Number, registration.Status, registration.Surname).ShouldBe((1, RegistrationStatus.Confirmed, "Әлиева"));
    }

    [Fact]
    public async Task a_text_said_again_before_the_next_question_was_asked_answers_nothing()
    {
        await using var house = await House.OpenAsync(); // its people's messages are dated long before its clock
        await house.SayAsync("1", Registering.Everything().TakeWhile(w => w != "Әлиева"));
        await house.SayAsync("1", "Әлиева");
        var asked = house.Channel.Told("1");
        asked[^1].ShouldContain("Атыңызды");
        await house.SayAsync("1", "Әлиева");
        house.Channel.Told("1").Count.ShouldBe(asked.Count);
        await house.SayAsync("1", "Сана");
        house.Channel.Told("1")[^1].ShouldContain("Әкеңіздің атын");
    }
}
