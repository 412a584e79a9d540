using GrantBot.Tests.Conversation;

namespace GrantBot.Tests.Days;

/// <summary>Sunday evening: the owner sets the bot up by chat, consultants come in by one-time links and codes, and somebody asks when nobody is at work.</summary>
internal static class EveningBefore
{
    public static async Task HappensAsync(Cast cast)
    {
        await cast.Owner.HelloAsync();
        await cast.Owner.SaysAsync("/staff " + cast.Office.Bot.OwnerCode);
        cast.Owner.Reads(cast.Owner.Text("role.Owner"));
        foreach (var consultant in cast.Consultants) await InviteAsync(cast, consultant);
        await CopyEventAsync(cast.Owner, "open", Cast.Today, "02.03.2026", "16:00", "02.03.2026", ["Күн пікірсайысы", "Дебаты дня", "Debate of the Day"]);
        await CopyEventAsync(cast.Owner, "camp", Cast.Later, "25.04.2026", "10:00", "20.04.2026", ["Көктем лагері", "Весенний лагерь", "Spring Camp"]);

        await cast.Office.UntilAsync(18, 50);
        await cast.Gulnur.HelloAsync();
        var first = cast.Keep(await cast.Gulnur.AsksAsync("Жасөспірімдер клубына ақша қайдан табылады?", 2));
        first.Number.ShouldBe(1);
        cast.Gulnur.ReadsOf("c.off");
        foreach (var one in cast.Staff) one.ReadsOnce(first.Question);
    }

    /// <summary>On Telegram by the link, elsewhere by the code beside it.</summary>
    private static async Task InviteAsync(Cast cast, Somebody consultant)
    {
        await cast.Owner.SaysAsync("/invite consultant");
        await cast.Owner.TapsAsync("btn.staff.all");
        var secrets = new Secrets(() => null);
        secrets.Hide(cast.Owner.ShownText);
        if (consultant.Channel == cast.Owner.Channel)
        {
            await consultant.OpensAsync(secrets.Link);
            await consultant.ChoosesLanguageAsync();
        }
        else
        {
            await consultant.HelloAsync();
            await consultant.SaysAsync(secrets.Reveal("/staff {code}"));
        }
        consultant.Reads(consultant.Text("role.Consultant"));
        await cast.Owner.TapsAsync("btn.staff.name");
        await cast.Owner.SaysAsync(consultant.Name);
        cast.Owner.ReadsOnce(cast.Owner.Text("staff.named", ("name", consultant.Name)));
    }

    private static async Task CopyEventAsync(Somebody owner, string like, string code, string day, string time, string closes, string[] titles)
    {
        await owner.SaysAsync("/event " + like);
        await owner.TapsAsync("btn.copy");
        await owner.SaysAsync(code);
        await owner.ChoosesAsync(0);
        foreach (var words in (string[])[day, time, closes]) await owner.SaysAsync(words);
        for (var title = 0; title < titles.Length; title++)
        {
            await owner.TapsAsync("btn.edit");
            await owner.ChoosesAsync(1 + title);
            await owner.SaysAsync(titles[title]);
        }
        await owner.TapsAsync("btn.ok");
        owner.ReadsOf("plan.created");
        owner.Reads(code);
    }
}
