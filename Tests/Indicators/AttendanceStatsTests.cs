using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Registration;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Indicators;

public sealed class AttendanceStatsTests
{
    private static readonly EventId Open = new(Guid.CreateVersion7());
    private static readonly DateTimeOffset Now = new(2026, 4, 5, 14, 5, 0, TimeSpan.FromHours(5));

    [Fact]
    public void after_the_event_tables_count_those_who_came()
    {
        var set = RegistrationSet.Of([.. Many(18, RegistrationStatus.Attended, "male"), .. Many(2, RegistrationStatus.NoShow, "female"), .. Many(3, RegistrationStatus.Waitlisted, "female"), .. Many(1, RegistrationStatus.WaitingConsent, "male")]);
        var said = string.Join("\n", StatsReport.OfEvent(new(Open, "Open"), set, new("en", Now), Locales.Shipped).Blocks);
        said.ShouldContain("Registered: 24 (confirmed 20, waitlist 3, waiting for consent 1)");
        said.ShouldContain("Attended: 18 (90.0% of confirmed)");
        said.ShouldContain("Gender: male 18\n");
    }

    [Fact]
    public void before_the_event_tables_count_all_whose_registration_stands()
    {
        var set = RegistrationSet.Of([.. Many(18, RegistrationStatus.Confirmed, "male"), .. Many(3, RegistrationStatus.Offered, "female")]);
        var said = string.Join("\n", StatsReport.OfEvent(new(Open, "Open"), set, new("en", Now), Locales.Shipped).Blocks);
        said.ShouldContain("Gender: male 18, female 3");
        said.ShouldNotContain("Attended");
    }

    private static IEnumerable<RegistrationFact> Many(int count, RegistrationStatus status, string gender) =>
        Enumerable.Range(0, count).Select(_ => new RegistrationFact(new(Guid.CreateVersion7()), new(Open, status, ChannelKind.Telegram, gender, 20, "aktau", "student", null, null), Now));
}
