using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.WhatsApp;

namespace GrantBot.Tests.Channels.WhatsApp;

public sealed class ErrorTests
{
    /// <summary>Code, HTTP status, what becomes of the message.</summary>
    [Theory]
    [InlineData(0, 401, "unreachable")]
    [InlineData(1, 400, "unreachable")]
    [InlineData(2, 503, "unreachable")]
    [InlineData(3, 400, "unreachable")]
    [InlineData(4, 400, "wait 60 account")]
    [InlineData(10, 403, "unreachable")]
    [InlineData(100, 400, "refused 100")]
    [InlineData(190, 401, "unreachable")]
    [InlineData(200, 403, "unreachable")]
    [InlineData(299, 400, "unreachable")]
    [InlineData(368, 403, "refused 368")]
    [InlineData(80007, 400, "wait 60 account")]
    [InlineData(130403, 400, "blocked")]
    [InlineData(130429, 400, "wait 1 account")]
    [InlineData(130429, 429, "wait 1 account")]
    [InlineData(130472, 400, "refused 130472")]
    [InlineData(130497, 403, "refused 130497")]
    [InlineData(131000, 500, "unreachable")]
    [InlineData(131005, 403, "unreachable")]
    [InlineData(131008, 400, "refused 131008")]
    [InlineData(131009, 400, "refused 131009")]
    [InlineData(131009, 500, "refused 131009")]
    [InlineData(131016, 500, "unreachable")]
    [InlineData(131021, 400, "refused 131021")]
    [InlineData(131026, 400, "blocked")]
    [InlineData(131030, 400, "refused 131030")]
    [InlineData(131031, 403, "refused 131031")]
    [InlineData(131042, 400, "unreachable")]
    [InlineData(131045, 500, "unreachable")]
    [InlineData(131047, 400, "window")]
    [InlineData(131048, 400, "wait 900 account")]
    [InlineData(131049, 400, "wait 86400 chat")]
    [InlineData(131050, 400, "refused 131050")]
    [InlineData(131051, 400, "refused 131051")]
    [InlineData(131052, 400, "refused 131052")]
    [InlineData(131053, 400, "refused 131053")]
    [InlineData(131056, 400, "wait 4 chat")]
    [InlineData(131057, 500, "unreachable")]
    [InlineData(131062, 400, "refused 131062")]
    [InlineData(131063, 400, "refused 131063")]
    [InlineData(131064, 400, "wait 900 account")]
    [InlineData(132000, 400, "refused 132000")]
    [InlineData(132001, 404, "refused 132001")]
    [InlineData(132015, 400, "refused 132015")]
    [InlineData(133004, 503, "unreachable")]
    [InlineData(133010, 400, "unreachable")]
    [InlineData(133016, 400, "wait 3600 account")]
    [InlineData(999999, 400, "refused 999999")]
    [InlineData(999999, 500, "unreachable")]
    [InlineData(999999, 403, "unreachable")]
    [InlineData(999999, 429, "wait 60 account")]
    public void a_code_means(int code, int status, string outcome) =>
        Shown(WhatsAppErrors.Of(new("words", code, null, null), null, status)).ShouldBe(outcome);

    [Fact]
    public void a_wrong_phone_number_id_is_ours_to_mend() =>
        Shown(WhatsAppErrors.Of(new("Unsupported post request", 100, 33, null), null, 400)).ShouldBe("unreachable");

    [Fact]
    public void a_link_that_could_not_be_downloaded_may_work_later() =>
        Shown(WhatsAppErrors.Of(new("Media upload error", 131053, null, new("Media download error")), null, 400)).ShouldBe("unreachable");

    [Fact]
    public void silence_is_unreachable() => WhatsAppErrors.Of(null, "no answer in time", 0).ShouldBe(new SendOutcome.Unreachable("no answer in time"));

    [Fact]
    public void staff_read_meta_s_words_without_phone_numbers() =>
        WhatsAppErrors.Of(new("(#131009) Bad value", 131009, null, new("Recipient +77000000000 is not valid")), null, 400)
            .ShouldBe(new SendOutcome.Refused(131009, "(#131009) Bad value: Recipient … is not valid"));

    internal static string Shown(SendOutcome outcome) => outcome switch
    {
        SendOutcome.RetryAfter wait => $"wait {wait.After.TotalSeconds} {(wait.WholeAccount ? "account" : "chat")}",
        SendOutcome.Unreachable => "unreachable",
        SendOutcome.Refused refused => $"refused {refused.Code}",
        SendOutcome.Blocked => "blocked",
        SendOutcome.WindowClosed => "window",
        _ => outcome.ToString(),
    };
}
