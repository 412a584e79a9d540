using System.Diagnostics;
using GrantBot.Domain.Certifying;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation.Dialogs;
using GrantBot.Domain.Filling;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Organising.Broadcasts;
using GrantBot.Domain.Organising.Counting;
using GrantBot.Domain.Organising.Imports;
using GrantBot.Domain.Organising.Lists;
using GrantBot.Domain.Organising.People;
using GrantBot.Domain.Organising.Reporting;
using GrantBot.Domain.Organising.Surveys;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;

namespace GrantBot.Domain.Conversation;

/// <summary>Which dialog answers which state. A test holds that every case has one.</summary>
public static class DialogCatalog
{
    private static readonly LanguageDialog Language = new();
    private static readonly MenuDialog Menu = new();
    private static readonly EventDialog Events = new();
    private static readonly RefusalDialog Refusal = new();
    private static readonly ConsentDialog Consent = new();
    private static readonly FormDialog Form = new();
    private static readonly ResumeDialog Resume = new();
    private static readonly MyRegistrationsDialog Mine = new();
    private static readonly MyDataDialog Data = new();
    private static readonly GuardianDialog Guardian = new();
    private static readonly TablesDialog Tables = new();
    private static readonly IndicatorsDialog Indicators = new();
    private static readonly EventListDialog Plans = new();
    private static readonly EventPlanDialog Plan = new();
    private static readonly EventLinksDialog Links = new();
    private static readonly Organising.StaffMenu StaffSections = new();
    private static readonly Organising.EventChoice WhichEvent = new();
    private static readonly Organising.Colleagues.StaffDialog Staff = new();
    private static readonly Organising.Colleagues.StaffInvitingDialog Inviting = new();
    private static readonly Organising.Colleagues.StaffLogDialog Log = new();
    private static readonly Organising.Publicity.PublicationsDialog Publications = new();
    private static readonly PlanPickingDialog Picking = new();
    private static readonly Organising.Venues.VenuesDialog Venues = new();
    private static readonly Organising.Projects.ProjectsDialog Projects = new();
    private static readonly Organising.Experts.ExpertsDialog Experts = new();
    private static readonly EventQueueDialog Queue = new();
    private static readonly FormsDialog Forms = new();
    private static readonly DeskDialog Desk = new();
    private static readonly WalkInDialog WalkIn = new();
    private static readonly TeamStartDialog TeamStart = new();
    private static readonly TeamJoinDialog TeamJoin = new();
    private static readonly TeamCardDialog Team = new();
    private static readonly TeamDesk Teams = new();
    private static readonly CertificatesDialog Certificates = new();
    private static readonly TemplateDialog Template = new();
    private static readonly AwardDialog Award = new();
    private static readonly MyCertificatesDialog MyCertificates = new();
    private static readonly CorrectionDialog Correction = new();
    private static readonly ListDialog Lists = new();
    private static readonly SignedListDialog SignedLists = new();
    private static readonly ImportDialog Imports = new();
    private static readonly UndoImportDialog UndoneImports = new();
    private static readonly DoublesDialog Doubles = new();
    private static readonly MergesDialog Merges = new();
    private static readonly CountDialog Counts = new();
    private static readonly SurveyListDialog Surveys = new();
    private static readonly SurveyCardDialog Survey = new();
    private static readonly SurveyMakingDialog NewSurvey = new();
    private static readonly BroadcastListDialog Broadcasts = new();
    private static readonly BroadcastCardDialog Broadcast = new();
    private static readonly BroadcastMakingDialog NewBroadcast = new();
    private static readonly BroadcastResumingDialog KeptBroadcast = new();
    private static readonly ConversingDialog Converse = new();
    private static readonly AdvisingDialog Advise = new();
    private static readonly KeepingDialog Keeping = new();
    private static readonly AdviserNameDialog Adviser = new();
    private static readonly ConsultationDeskDialog AdviceDesk = new();
    private static readonly JournalDialog Journal = new();

    /// <summary>The dialog for a state.</summary>
    public static IDialog Of(DialogState state) => state switch
    {
        DialogState.ChooseLanguage => Language,
        DialogState.Menu => Menu,
        DialogState.ChooseEvent or DialogState.EventCard => Events,
        DialogState.Refused => Refusal,
        DialogState.Consenting => Consent,
        DialogState.Filling => Form,
        DialogState.Resuming => Resume,
        DialogState.MyRegistrations or DialogState.Cancelling => Mine,
        DialogState.MyData or DialogState.Withdrawing => Data,
        DialogState.Guarding => Guardian,
        DialogState.FormList or DialogState.FormCard or DialogState.FormLists or DialogState.FormDeleting => Forms,
        DialogState.Desk => Desk,
        DialogState.WalkIn => WalkIn,
        DialogState.Tables or DialogState.Ordering => Tables,
        DialogState.Indicators => Indicators,
        DialogState.EventList => Plans,
        DialogState.EventPlan => Plan,
        DialogState.EventLinks => Links,
        DialogState.StaffMenu => StaffSections,
        DialogState.ChoosingEventFor => WhichEvent,
        DialogState.StaffList or DialogState.StaffMember => Staff,
        DialogState.StaffInviting => Inviting,
        DialogState.StaffLog => Log,
        DialogState.Publications or DialogState.PublicationCard => Publications,
        DialogState.PlanPicking => Picking,
        DialogState.Venues or DialogState.VenueCard => Venues,
        DialogState.Projects or DialogState.ProjectCard => Projects,
        DialogState.Experts or DialogState.ExpertCard => Experts,
        DialogState.EventQueue => Queue,
        DialogState.TeamBeginning => TeamStart,
        DialogState.TeamInvited or DialogState.TeamJoining => TeamJoin,
        DialogState.TeamCard or DialogState.TeamReplacing or DialogState.TeamNaming or DialogState.TeamLeaving => Team,
        DialogState.TeamList or DialogState.TeamShown => Teams,
        DialogState.Certifying => Certificates,
        DialogState.Templating => Template,
        DialogState.Awarding => Award,
        DialogState.MyCertificates => MyCertificates,
        DialogState.Correcting => Correction,
        DialogState.ChoosingList => Lists,
        DialogState.SigningList => SignedLists,
        DialogState.Importing => Imports,
        DialogState.UndoingImport => UndoneImports,
        DialogState.Doubles => Doubles,
        DialogState.Merges or DialogState.MergeCard => Merges,
        DialogState.Asked or DialogState.AskedBack => Counts,
        DialogState.SurveyList => Surveys,
        DialogState.SurveyCard => Survey,
        DialogState.SurveyMaking => NewSurvey,
        DialogState.BroadcastList => Broadcasts,
        DialogState.BroadcastCard => Broadcast,
        DialogState.BroadcastMaking => NewBroadcast,
        DialogState.BroadcastResuming => KeptBroadcast,
        DialogState.Conversing => Converse,
        DialogState.Advising => Advise,
        DialogState.KeepingAnswer => Keeping,
        DialogState.NamingAdviser => Adviser,
        DialogState.ConsultationDesk => AdviceDesk,
        DialogState.InGroup => Language, // never opened: a group has no dialogs
        DialogState.Journal => Journal,
        _ => throw new UnreachableException(),
    };
}
