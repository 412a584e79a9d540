using GrantBot.Tests.Given;

namespace GrantBot.Tests.Days;

/// <summary>
/// A day at the front office, from Sunday evening to Monday evening, on the whole program with Telegram, WhatsApp and the web chat together: 30 consultations, 4 consultants,
/// 2 events, 24 people, one message to many, three languages. Everything is typed and pressed; nothing is put into the database by hand.
/// </summary>
public sealed class FrontOfficeDayTests
{
    [Fact]
    public async Task thirty_consultations_and_two_events_go_through_one_office_in_a_day()
    {
        var record = Path.GetTempFileName();
        await using (var cast = await Cast.GatherAsync(new DateTime(2026, 3, 1, 18, 0, 0), record))
        {
            try
            {
                await EveningBefore.HappensAsync(cast);
                await Morning.HappensAsync(cast);
                await Midday.HappensAsync(cast);
                await Afternoon.HappensAsync(cast);
                await Evening.HappensAsync(cast);
                await Reckoning.HappensAsync(cast);
            }
            finally
            {
                TestContext.Current.AddAttachment("diary of the day", cast.Office.Diary.ToString());
            }
        }
        (await TelegramSpecification.ProblemsAsync(record)).ShouldBeNull();
        File.Delete(record);
    }
}
