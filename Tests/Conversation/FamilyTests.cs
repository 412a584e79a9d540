using System.Runtime.CompilerServices;
using GrantBot.Domain;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Indicators.Asking;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Organising.Surveys;
using GrantBot.Domain.People;
using GrantBot.Domain.Programme;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Sources;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Domain.Surveys;
using GrantBot.Infrastructure.Storage;

namespace GrantBot.Tests.Conversation;

/// <summary>Every case of a closed family has its fixture here, and what is stored comes back from JSON as it was. A new case without one fails.</summary>
public sealed class FamilyTests
{
    private static readonly DateTimeOffset Then = new(2026, 3, 1, 5, 0, 0, TimeSpan.Zero);
    private static readonly Guid Id = Ids.New(Then);
    private static readonly EventId Event = new(Id);
    private static readonly PersonId Person = new(Id);
    private static readonly RegistrationId Registration = new(Id);

    private static readonly DialogState.Registering Filling = new(Event, new FormProgress
    {
        FormId = "reg_person", FormVersion = "1", StartedAt = Then, Seed = 7,
        Answers = new Dictionary<string, string> { ["/data/surname"] = "Әлиева" }, Asked = new List<string> { "/data/surname", "/data/given" }, Skipped = new List<string> { "/data/patronymic" }, Suggested = new List<string> { "/data/given" }, Told = new List<string> { "/data/guardian_start" },
        Instances = new Dictionary<string, int> { ["/data/member"] = 2 }, Finished = new List<string> { "/data/member" },
    }, FillingStep.Choosing, "a b", ByGuardian: true, new TeamPlace(new(Id), 2), Registration);

    private static readonly CountQuestion Question = new()
    {
        Measure = Measure.Registered, Events = new List<EventId> { Event }, Kinds = new List<string> { "camp" }, From = new(2026, 10, 1), To = new(2026, 10, 31), Gender = "female", AgeFrom = 0, AgeTo = 17,
        Categories = new List<string> { "children" }, Occupations = new List<string> { "pupil" }, Territories = new List<string> { "aktau" }, Institutions = new List<string> { "aktau_school_7" },
        Languages = new List<string> { "kk" }, Channels = new List<ChannelKind> { ChannelKind.Web }, Disability = false, By = new List<Dimension> { Dimension.Institution, Dimension.Event },
    };

    private static readonly DialogState[] States =
    [
        new DialogState.ChooseLanguage("ev_open"), new DialogState.Menu(), new DialogState.ChooseEvent(), new DialogState.EventCard(Event, ByGuardian: true), new DialogState.Consenting(Event, ByGuardian: true), Filling,
        new DialogState.Resuming(), new DialogState.Refused(Event, RefusalKind.Territory, "aktau"), new DialogState.MyRegistrations(), new DialogState.Cancelling(Registration), new DialogState.MyData(),
        new DialogState.Withdrawing(), new DialogState.Guarding(Registration, "00ff"),
        new DialogState.Consenting(null, "camp_survey"), new DialogState.Answering(Filling.Form, FillingStep.Asking, Trial: true), new DialogState.FormList(), new DialogState.EventList(), new DialogState.PlanPicking(Place: true, "004B"), new DialogState.Venues(), new DialogState.VenueCard(Id, Removing: true), new DialogState.VenueForm(Id, Filling.Form, FillingStep.Asking, "a"), new DialogState.Projects(), new DialogState.ProjectCard("004B"), new DialogState.ProjectForm("004B", Filling.Form, FillingStep.Asking, "a"), new DialogState.Experts(Event, Choosing: true), new DialogState.ExpertCard(Event, Person, Erasing: true), new DialogState.ExpertForm(Event, Filling.Form, FillingStep.Asking, "a"), new DialogState.EventLinks(Event, "instagram", Naming: true), new DialogState.StaffList(), new DialogState.StaffMenu("events"), new DialogState.ChoosingEventFor("list"), new DialogState.StaffMember(new(Id), Naming: true, Removing: true), new DialogState.StaffInviting(new(Id), StaffRole.Desk, StaffLimit.Event), new DialogState.StaffLog(new(Id), 7), new DialogState.Publications(Choosing: true), new DialogState.PublicationCard(Id, Reading: true, Removing: true), new DialogState.Publishing(Event, Filling.Form with { Seed = 0 }, FillingStep.Asking), new DialogState.Tables("004B"), new DialogState.Ordering("", "children youth"), new DialogState.Planning(Event, Filling.Form with { Seed = 0 }, FillingStep.Asking, Venue: Id, Project: "004B"), new DialogState.FormCard("camp_survey", "2"),
        new DialogState.Desk(Event, "day1"), new DialogState.WalkIn(Event, ""), new DialogState.WalkingIn(Event, "day1", Filling.Form, FillingStep.Asking, "a"),
        new DialogState.Consenting(Event, Place: new TeamPlace(new(Id), 2), NewTeam: true), new DialogState.Teaming(Event, Filling.Form, FillingStep.Asking, "a"), new DialogState.TeamBeginning(Event, ByCode: true), new DialogState.TeamInvited(new(Id), ByGuardian: true),
        new DialogState.TeamJoining(new(Id), 0, ByGuardian: true), new DialogState.TeamCard(new(Id)), new DialogState.TeamReplacing(new(Id)), new DialogState.TeamNaming(new(Id), 2), new DialogState.TeamLeaving(new(Id)), new DialogState.TeamList(Event), new DialogState.TeamShown(new(Id)),
        new DialogState.ChoosingList(Event), new DialogState.SigningList(Event, new List<string> { "a.jpg" }, IsWhole: true, "day1"), new DialogState.Importing(Event, ImportStep.Guardians, "f1", 40, 3, ConsentBasis.Import, "форма", Guardians: true),
        new DialogState.UndoingImport(Id), new DialogState.Doubles(2, Person, Person), new DialogState.Merges(), new DialogState.MergeCard(Id),
        new DialogState.FormLists("f1"), new DialogState.FormDeleting("camp_survey", "2"),
        new DialogState.EventPlan(Event, PlanStep.Moving, Then, "Ақтау", 120, Id), new DialogState.EventQueue(Event, RegistrationStatus.Waitlisted, Registration, new TeamId(Id)),
        new DialogState.Surveying(new(Id), Anonymous: true, Filling.Form, FillingStep.Asking, "a b"), new DialogState.SurveyList(), new DialogState.SurveyCard(new(Id), Quotas: true), new DialogState.Consenting(null, "quiz", Survey: new SurveyId(Id)),
        new DialogState.SurveyMaking(SurveyStep.Closes, new("know_symbols", Event, SurveyAudience.Registered, BeforeAndAfter: true, Anonymous: true, TellsScore: false, Then, Then)),
        new DialogState.BroadcastList(), new DialogState.BroadcastCard(new(Id), Stopping: true), new DialogState.BroadcastResuming(new(BroadcastStep.Where, new(new(BroadcastWho.Answered, Choice: new("quiz", "q1", "a"))) { Content = Content, Choice = new("quiz", "q1") })), new DialogState.BroadcastMaking(BroadcastStep.Check, new(new(BroadcastWho.Group, Event, Question), Event, Then, 175) { Content = Content }),
        new DialogState.Certifying(Event), new DialogState.Templating(Event, CertificateKind.Diploma, "kk", "f1"), new DialogState.Awarding(Event, AwardStep.Naming, Registration, new TeamId(Id)),
        new DialogState.Asked(Question), new DialogState.AskedBack(new List<CountQuestion> { Question }), new DialogState.Indicators("surveys"),
        new DialogState.Consulting(Filling.Form, FillingStep.Asking, "a", 3, ConsultationWay.Phone), new DialogState.Conversing(3, Then), new DialogState.Advising(3, AdvisingStep.Sending, 2), new DialogState.KeepingAnswer(3, new Dictionary<string, string> { ["kk"] = "Ереже осы." }), new DialogState.NamingAdviser(3, ConsultationWay.Visit, Closes: true), new DialogState.ConsultationDesk(Records: true), new DialogState.Journal(), new DialogState.InGroup(),
        new DialogState.MyCertificates(), new DialogState.Correcting(Registration, new List<string> { "Әлиева", "Сана" }),
    ];

    private static BroadcastContent Content => new()
    {
        Texts = new Dictionary<string, string> { ["kk"] = "Ертең", ["ru"] = "Завтра" }, File = new("f1", "a.jpg", "image/jpeg"), Buttons = new List<BroadcastButton> { new(BroadcastTarget.Link, "https://example.org/") },
    };

    private static readonly Fact[] Facts =
    [
        new Fact.ConsentGiven(Person, "0123456789ab", "kk", ByGuardian: true) { Basis = ConsentBasis.Paper },
        new Fact.CheckedIn(Registration, Event, Person, "day1", CheckInWay.PageTicket, Then) { Scan = Id }, new Fact.CheckInUndone(Registration, Event, Person, "") { Scan = Id }, new Fact.TicketAsked(Registration, Person, "ru"), new Fact.TicketDue(Registration, Person, "ru"),
        new Fact.PosterAsked(Event, "day1", new DateOnly(2026, 3, 22), "en"), new Fact.DeskInvited(Event, "00ff", Then), new Fact.PhoneVerified(Person, "+77000000001"),
        new Fact.RegistrationMade(Registration, Event, Person, 3) { Status = RegistrationStatus.WaitingConsent, Queued = true, Quota = "young", Team = new TeamId(Id), Member = 2, Chat = new ChatId(Id), Source = "instagram", Ticket = "K7M2QX", Basis = ConsentBasis.Paper, FormId = "reg_person", FormVersion = "1", Answers = new Dictionary<string, string> { ["surname"] = "Әлиева" }, Age = 14 },
        new Fact.RegistrationMoved(Registration, Event, Person, RegistrationStatus.Waitlisted, RegistrationStatus.Offered, MoveReason.MovedUp) { Until = Then, Note = "қайта" }, new Fact.GuardianAsked(Registration, "00ff", Then),
        new Fact.GuardianAnswered(Registration, 3, new ChatId(Id), "00ff", Agrees: true, "0123456789ab", "ru"), new Fact.HumanReviewAsked(Event, Person, RefusalKind.Age, "12"), new Fact.HumanReviewDecided(3, Event, Person, RefusalKind.Age, Admitted: true),
        new Fact.TeamMade(new(Id), Event, Person, 4) { Code = "K7M2QX", Name = "Қыран", Territory = "aktau", Institution = "№7 мектеп", Category = "school", Quota = "young", Queued = true, Size = 3, ConfirmBy = Then },
        new Fact.TeamMoved(new(Id), Event, RegistrationStatus.Waitlisted, RegistrationStatus.Offered, MoveReason.SeatFree) { Until = Then, Note = "қайта" }, new Fact.TeamMemberNamed(new(Id), Event, 2, Then) { IsNew = true }, new Fact.TeamNamesErased(new(Id), Event, new List<int> { 2, 3 }, Dropped: true),
        new Fact.TeamPassed(new(Id), Event, Person, new ChatId(Id)), new Fact.TeamPromoted(new(Id), Event, new(Id), 5) { Code = "K7M2QX", Name = "Қыран", Until = Then },
        new Fact.ComingAnswered(Registration, Event, Person), new Fact.GuardianPaperShown(Registration, Person, "0123456789ab", "kk"), new Fact.RegistrationChanged(Registration, Event, Person) { Quota = "young", FormId = "reg_person", FormVersion = "1", Answers = new Dictionary<string, string> { ["given"] = "Сана" }, Age = 17 }, new Fact.TablesAsked("004B", "children youth", Domain.Indicators.Tables.StatusLayout.Nested, "kk"), new Fact.CategoryOrderSet("", "youth children", "оператор"), new Fact.EventSet(Event, new() { Code = "cup", Title = new("а", "б", "c"), Place = new("а", "б", "c"), StartsAt = Then, ClosesAt = Then, Territories = new List<string> { "aktau" }, Quotas = new List<Domain.Registration.Seats.Quota> { new("young", new("а", "б", "c"), 5, "young_spec", new List<string> { "yes" }) }, Categories = new List<Session> { new("c1", new("а", "б", "c")) }, Sessions = new List<Session> { new("s1", new("а", "б", "c"), Then) }, TeamSize = new(2, 3) }), new Fact.EventMoved(Event, Then, new("а", "б", "c")) { Venue = Id, Territory = "aktau" }, new Fact.EventCalledOff(Event, "боран"), new Fact.CapacitySet(Event, 30), new Fact.RegistrationOpened(Event, Open: true) { Change = Id }, new Fact.PlanUndone(Event, Id, new(true, 30, Then, new("а", "б", "c"), Then) { Venue = Id, Territory = "aktau", EndsAt = Then, ReplacesUntil = Then, Sessions = new List<Session> { new("s1", new("а", "б", "c"), Then) } }), new Fact.VenueSet(Id, new(new("а", "б", "c"), "1", "aktau", 120)), new Fact.VenueRemoved(Id), new Fact.ProjectSet(new("004B", new("а", "б", "c"), "№ 7", new(2026, 3, 1), new(2026, 11, 30), "оператор") { Participants = 175, Events = 9, Consultations = 30, Satisfaction = 80 }), new Fact.ExpertAdded(Person, Event, new("judge", "Әлиева Сана", "№7 мектеп", "мұғалім", "Ақтау", "+77000000000", ConsentBasis.Paper)), new Fact.ExpertChanged(Person, Event, new("judge", "Әлиева Сана", "№7 мектеп", "мұғалім", "Ақтау", "", ConsentBasis.Paper), new("expert", "Әлиева Сана", "", "", "", "", ConsentBasis.Import)), new Fact.ProjectPutAway("004B", Away: true), new Fact.ExpertRemoved(Person, Event), new Fact.ExpertErased(Person), new Fact.ExpertListAsked(Event, "kk"), new Fact.PublicationNoted(Id, new(Event, "post", "@demo", "https://example.kz/p/1", new DateOnly(2026, 3, 22))), new Fact.ViewsRead(Id, 1204, new DateOnly(2026, 3, 23)), new Fact.PublicationRemoved(Id), new Fact.SourceAdded(Event, "instagram", "Instagram"), new Fact.SourceOpened(Event, "instagram"), new Fact.EventPosterAsked(Event, "instagram", "kk"), new Fact.ConsentWithdrawn(Person),
        new Fact.StaffInvited("00ff", StaffRole.Organiser, Then) { Scope = new(null, Event) }, new Fact.StaffJoined("00ff", StaffRole.Desk) { Scope = new("004B") }, new Fact.InvitationWithdrawn("00ff"), new Fact.StaffGranted(new(Id), StaffRole.Consultant, StaffScope.All), new Fact.StaffRemoved(new(Id), StaffRole.Viewer, new("004B")), new Fact.StaffNamed(new(Id)), new Fact.PeopleSeen("queue", Event), new Fact.StaffLogAsked("kk"), new Fact.StaffLeft(), new Fact.CountsAsked(Event, "en"), new Fact.CountAsked(Question, "kk", MayList: true), new Fact.CountListAsked(Question, "ru"), new Fact.ListAsked(Event, "kk") { Grouping = ListGrouping.Team, Format = ListFormat.Badges },
        new Fact.ListSigned(Event, "day1", 12, 11, new List<string> { "a.jpg" }, Then), new Fact.ImportAsked(Id, Event, "f1", ConsentBasis.Import, "форма", Guardians: true, 40, "kk"), new Fact.PeopleImported(Id, Event, ConsentBasis.Paper, "", 40, 2),
        new Fact.ImportUndone(Id, Event), new Fact.PeopleMerged(Id, Person, Person, new List<MergeLoss> { new(Registration, RegistrationStatus.Attended) }), new Fact.MergeUndone(Id, Person, Person), new Fact.PeopleParted(Person, Person),
        new Fact.FormAnswered(Id, Person, "camp_survey", "2", Then, new Dictionary<string, string> { ["q1"] = "5" }), new Fact.FormDrafted("camp_survey", "2", "f1"),
        new Fact.FormPublished("camp_survey", "2"), new Fact.FormRetired("camp_survey"), new Fact.FormDeleted("camp_survey", "2"), new Fact.FormFileAsked("camp_survey", "2", "kk"),
        new Fact.FormAnswersAsked("camp_survey", "kk"), new Fact.FormFilesDue("camp_survey", "kk", 17, 2), new Fact.RetryAsked(7),
        new Fact.FormAnswered(Id, Person, "quiz", "2", Then, new Dictionary<string, string> { ["q1"] = "5" }) { Survey = new SurveyId(Id), Score = 3 }, new Fact.SurveyOrdered(new(Id), SurveyOrder.Remind), new Fact.SurveyBegun(new(Id)), new Fact.SurveyAnswered(new(Id)),
        new Fact.SurveyMade(new(Id), new() { Code = "abc", FormId = "sat_event", Event = Event, Audience = SurveyAudience.Attended, Anonymous = true, Phase = SurveyPhase.After, Other = new SurveyId(Id), TellsScore = true, OpensAt = Then, ClosesAt = Then }),
        new Fact.SurveyPlanned(new(Id), new List<SurveyQuota> { new("gender", "female", 50) }), new Fact.SurveyPosterAsked(new(Id), "ru"), new Fact.SurveyTimed(new(Id), Then, Then),
        new Fact.CertificatesAsked(Event, "kk"), new Fact.CertificatesMade(Event, "kk", new List<MadeCertificate> { new(3, "f1", Sent: true, 1) }, new(175, 8) { Drawings = 1, Printed = 2, HandedTo = 7 }),
        new Fact.CertificatesRedrawn(new List<MadeCertificate> { new(3, "f1", Sent: true, 1) }), new Fact.CertificateAskedAgain(3, Person, "kk"), new Fact.CertificateTemplateSet(Event, CertificateKind.Diploma, "kk", "f1"),
        new Fact.AwardGiven(Event, Registration, Person, new TeamId(Id), 1, "Үздік спикер"), new Fact.AwardUndone(Event, 3), new Fact.NameCorrected(Registration, Event, Person, "Әлиева", "Сана", "Ерболқызы", "kk"), new Fact.ConsultationAsked(3, Person, ConsultationWay.Visit, Then), new Fact.ConsultationTaken(3), new Fact.ConsultationSaid(3, ByPerson: true), new Fact.ConsultationCorrected(3, 7), new Fact.ConsultationUnsaid(3, 7), new Fact.ConsultationReturned(3), new Fact.ConsultationHanded(3, new ChatId(Id)),
        new Fact.ConsultationPutOff(3, Then), new Fact.ConsultationClosed(3), new Fact.ConsultationReopened(3), new Fact.ConsultationRated(3, 5), new Fact.AdviserNamed(), new Fact.AnswerKept(), new Fact.AnswerDropped(2), new Fact.JournalAsked("kk", JournalFormat.Document), new Fact.GroupInvited("00ff", "kk", Then), new Fact.GroupMet(Then), new Fact.GroupLinked("00ff", IsForum: true), new Fact.GroupChanged(IsForum: true), new Fact.GroupMoved("-1001"), new Fact.GroupLost(),
        new Fact.BroadcastMade(new(Id), new(BroadcastWho.Waitlisted, Event), Content, Then), new Fact.BroadcastOrdered(new(Id), BroadcastOrder.Resume), new Fact.BroadcastResultsAsked(new(Id), "kk"),
        new Fact.ChatLeft(), new Fact.ChatReturned(),
    ];

    private static readonly Reply[] Replies =
    [
        new Reply.Message("Сәлем") { Options = new List<Option> { new("a", "Иә") { Description = "иә", Lasting = true, Url = "https://example.org/" } }, Prompt = 2, ContactButton = "Нөмірім", LocationButton = "Жерім", Expects = Expected.Date, Replaces = new("6", "Сәлем"), Since = 1, Page = 1, Words = new("Ашу", "Тағы", "Жазыңыз"), TakesText = true, Compact = true, Template = new("rem_day", new List<string> { "Турнир" }) },
        new Reply.File("f1", "тізім.xlsx", "application/octet-stream", "Тізім") { As = new(SentKind.LineFile, 7) }, new Reply.Remove(new("8", null)), new Reply.Hint("4", "Сізде"), new Reply.Topic("№ 3", "9", IsOpen: true), new Reply.Leave() { At = new("9", "8") }, new Reply.Settle(new("7", "Тіл?"), "Қазақша"),
    ];

    private static readonly Inbound[] Inbounds =
    [
        new Inbound.Text("Сана"), new Inbound.Press("3.1", new("7", null)), new Inbound.Contact("+77000000001", Own: false), new Inbound.File("h", "a.pdf", "application/pdf", 3, "міне"),
        new Inbound.Location(43.65, 51.17), new Inbound.Left(), new Inbound.Returned(), new Inbound.Unsupported("sticker"), new Inbound.Edited("7", "Сана"), new Inbound.Removed("7"), new Inbound.Moved(new(ChannelKind.Telegram, "-1001")), new Inbound.Told(new Notice.GuardianSilent(Event)),
    ];

    private static readonly Notice[] AllNotices =
    [
        new Notice.SeatOffered(Registration, Then), new Notice.OfferExpired(Registration, Event, Waits: true), new Notice.GuardianSilent(Event), new Notice.ReviewAsked(3), new Notice.ReviewDecided(Event, Admitted: true),
        new Notice.Moved(Registration), new Notice.PaperSeen(Registration), new Notice.Reminder(Registration, Event), new Notice.CalledOff(Event, "боран"), new Notice.Imported(Id), new Notice.WeeklyDigest(), new Notice.StaffChanged(), new Notice.StaffCame(new(Id)), new Notice.Broadcast(new(Id)), new Notice.BroadcastDone(new(Id)), new Notice.Consultation(3, ConsultationNews.Delayed), new Notice.ConsultationSpoke(7), new Notice.ConsultationRetold(7), new Notice.GroupCard(3, Reopens: true), new Notice.GroupUnconfirmed(), new Notice.GroupGone(), new Notice.SurveyInvited(new(Id), Again: true), new Notice.RegistrationsJoined(Registration, 7), new Notice.RegistrationRestored(Registration), new Notice.TeamNews(new(Id), TeamWhat.Promoted),
    ];

    [Fact]
    public void every_case_has_a_fixture()
    {
        Missing(States).ShouldBeEmpty();
        Missing(Facts).ShouldBeEmpty();
        Missing(Replies).ShouldBeEmpty();
        Missing(Inbounds).ShouldBeEmpty();
        Missing(AllNotices).ShouldBeEmpty();
    }

    [Fact]
    public void every_state_of_a_chat_has_a_dialog()
    {
        foreach (var state in States) DialogCatalog.Of(state).ShouldNotBeNull();
    }

    [Fact]
    public void every_state_survives_storing()
    {
        foreach (var dialog in States)
        {
            var state = new ChatState { Language = "kk", Person = Person, VerifiedPhone = "+77000000001", Dialog = dialog, Unfinished = Filling, Asked = (Reply.Message)Replies[0], Prompt = 4, LastPress = "3.1", Touches = new List<Touch> { new(Event, "instagram") }, Muted = true, HeardAt = Then, Broadcast = new(new(new(BroadcastWho.Everybody)) { Content = Content }, Then), Closings = new List<KeptClosing> { new(new DialogState.Consulting(Filling.Form, FillingStep.Checking, Closes: 3), Then) }, Undo = dialog is DialogState.Menu ? new Domain.Organising.Undoable.ProjectAway(Id, Then, "004B", Away: true) : new Domain.Organising.Undoable.ExpertEdit(Id, Then, Event, Person, new("judge", "Әлиева Сана", "", "", "", "", ConsentBasis.Paper), new("expert", "Әлиева Сана", "", "", "", "", ConsentBasis.Paper)) };
            Returns(state, DomainJson.Write, DomainJson.ReadState);
        }
    }

    [Fact]
    public void a_form_put_aside_by_the_first_program_is_still_there()
    {
        var old = """{"v":1,"language":"kk","dialog":{"is":"menu"},"unfinished":{"event":{"value":"0195515e-0000-7000-8000-000000000001"},"form":{"formId":"reg_person","formVersion":"1","seed":7,"startedAt":"2026-03-01T05:00:00+00:00","answers":{"/data/surname":"\"unfinished\":{\"event\""}},"step":1}}""";
        var state = StateUpcaster.Read(old);
        state.V.ShouldBe(StateUpcaster.Newest);
        state.Unfinished.ShouldBeOfType<DialogState.Registering>().Step.ShouldBe(FillingStep.Checking);
    }

    [Fact]
    public void every_fact_survives_storing()
    {
        foreach (var fact in Facts) Returns(fact, DomainJson.Write, DomainJson.ReadFact);
    }

    [Fact]
    public void names_a_captain_typed_are_not_kept_in_the_log()
    {
        var named = new NamedMember("Сейітова", "Дана", "+77000000002");
        DomainJson.Write(new Fact.TeamMade(new(Id), Event, Person, 4) { Code = "K7M2QX", Name = "Қыран", Coach = "Сейітова Дана", CoachPhone = "+77000000002", Members = [named] }).ShouldNotContain("Сейітова");
        DomainJson.Write(new Fact.TeamMemberNamed(new(Id), Event, 2, Then) { Member = named }).ShouldNotContain("Сейітова");
    }

    [Fact]
    public void what_somebody_answered_without_a_name_is_not_kept_in_the_log()
    {
        var sheet = new SurveySheet(new Dictionary<string, string> { ["overall"] = "5" }, [new("comment", "Тамаша")], new("female"));
        DomainJson.Write(new Fact.SurveyAnswered(new(Id)) { Sheet = sheet, StartedAt = Then }).ShouldBe(DomainJson.Write(new Fact.SurveyAnswered(new(Id))));
    }

    [Fact]
    public void what_people_write_to_a_specialist_is_not_kept_in_the_log()
    {
        var sheet = new ConsultationSheet(new Dictionary<string, string> { [ConsultationSheet.Question] = "Клубты қалай ашамыз?", [ConsultationSheet.FullName] = "Әлиева Сана" });
        DomainJson.Write(new Fact.ConsultationAsked(3, Person, ConsultationWay.Chat, Then) { Sheet = sheet }).ShouldBe(DomainJson.Write(new Fact.ConsultationAsked(3, Person, ConsultationWay.Chat, Then)));
        DomainJson.Write(new Fact.ConsultationSaid(3, ByPerson: true) { Text = "Рақмет" }).ShouldNotContain("Рақмет");
        DomainJson.Write(new Fact.ConsultationClosed(3) { Sheet = sheet }).ShouldNotContain("Әлиева");
        DomainJson.Write(new Fact.AdviserNamed { Name = "Үлгіов Айбек" }).ShouldNotContain("Үлгіов");
    }

    [Fact]
    public void every_reply_survives_storing()
    {
        foreach (var reply in Replies) Returns(reply, DomainJson.Write, DomainJson.ReadReply);
    }

    [Fact]
    public void every_notice_survives_storing()
    {
        foreach (var notice in AllNotices) DomainJson.ReadNotice(DomainJson.Bytes(notice)).ShouldBe(notice);
    }

    private static void Returns<T>(T value, Func<T, string> write, Func<string, T> read, [CallerArgumentExpression(nameof(value))] string what = "")
    {
        var back = read(write(value));
        back.ShouldBeEquivalentTo(value, what);
        write(back).ShouldBe(write(value));
    }

    private static IEnumerable<string> Missing<T>(IEnumerable<T> fixtures) where T : notnull =>
        typeof(T).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(T)) && !t.IsAbstract).Except(fixtures.Select(f => f.GetType())).Select(t => t.Name);
}
