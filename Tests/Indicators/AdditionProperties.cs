using GrantBot.Domain.Registration;
using FsCheck;
using FsCheck.Fluent;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Indicators;
using GrantBot.Domain.Indicators.Breakdowns;
using GrantBot.Domain.Indicators.Participation;

namespace GrantBot.Tests.Indicators;

/// <summary>Rules A1 to A3 of the audit of past reports, held for any registrations whatever.</summary>
public sealed class AdditionProperties
{
    private static readonly Gen<RegistrationFact> Facts =
        from person in Gen.Choose(1, 12)
        from happening in Gen.Choose(1, 4)
        from status in Gen.Elements(RegistrationStatus.Confirmed, RegistrationStatus.Confirmed, RegistrationStatus.WaitingConsent, RegistrationStatus.Cancelled)
        from channel in Gen.Elements(ChannelKind.Telegram, ChannelKind.WhatsApp, ChannelKind.Web, (ChannelKind)9)
        from gender in Gen.Elements("male", "female", null, "", "?")
        from age in Gen.Choose(-2, 102)
        from hasAge in Gen.Choose(0, 9)
        from territory in Gen.Elements("aktau", "beineu", "other", null, "", "elsewhere")
        from occupation in Gen.Elements("pupil", "civil", "ngo", "business", "pensioner", null)
        from disability in Gen.Elements(true, false, (bool?)null)
        from minute in Gen.Choose(0, 5)
        select new RegistrationFact(Given.Person(person), new(Given.Event(happening), status, channel, gender, hasAge == 0 ? null : age, territory, occupation, disability, null), Given.Start.AddMinutes(minute));

    [Fact]
    public void every_table_about_people_adds_up_to_the_people() => Holds(set =>
        IndicatorCatalog.OfPeople.All(b => b.Count(set).Rows.Sum(r => r.Count) == set.People.Count && b.Count(set).Total == set.People.Count));

    [Fact]
    public void the_table_by_event_adds_up_to_the_registrations_even_when_an_event_is_not_listed() => Holds(set =>
        new ByEvent([Given.Event(1), Given.Event(2)]).Count(set).Total == set.Active.Count && set.People.Count <= set.Active.Count);

    [Fact]
    public void confirmed_and_waiting_make_up_the_registered() => Holds(set =>
        Number(new Confirmed(), set) + Number(new WaitingForConsent(), set) == Number(new Registered(), set));

    [Fact]
    public void ages_and_categories_do_not_contradict_each_other() => Holds(set =>
    {
        var (age, category) = (new ByAgeBand().Count(set), new BySocialCategory().Count(set));
        return category["age50"] <= age["46_58"] + age["59_plus"]
            && category["children"] >= age["0_12"] + age["13_16"]
            && category["children"] <= age["0_12"] + age["13_16"] + age["17_22"]
            && category["youth"] <= age["17_22"] + age["23_27"] + age["28_32"] + age["33_45"]
            && category["unknown"] == age["unknown"];
    });

    [Fact]
    public void for_one_event_registrations_are_people() => Holds(set => set.People.Count == set.Active.Count, f => f.Event == Given.Event(1));

    private static int Number(ParticipationIndicator indicator, RegistrationSet set) => ((Figure.Count)indicator.Measure(set)).Value;

    private static void Holds(Func<RegistrationSet, bool> rule, Func<RegistrationFact, bool>? only = null) =>
        Prop.ForAll(Facts.ListOf().ToArbitrary(), facts => rule(RegistrationSet.Of(facts.Where(only ?? (_ => true))))).QuickCheckThrowOnFailure();
}
