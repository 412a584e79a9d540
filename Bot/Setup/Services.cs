using GrantBot.Bot.Certificates;
using GrantBot.Bot.Ingress;
using GrantBot.Bot.Jobs;
using GrantBot.Bot.Pages;
using GrantBot.Bot.Pipeline;
using GrantBot.Bot.Reactions;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Infrastructure.Broadcasts;
using GrantBot.Infrastructure.Channels;
using GrantBot.Infrastructure.Channels.Telegram;
using GrantBot.Infrastructure.Channels.Web;
using GrantBot.Infrastructure.Channels.WhatsApp;
using GrantBot.Infrastructure.Documents;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Desk;
using GrantBot.Infrastructure.Storage.People;
using GrantBot.Infrastructure.Storage.Queries;

namespace GrantBot.Bot.Setup;

/// <summary>Puts the program together.</summary>
internal static class Services
{
    public static IServiceCollection AddGrantBot(this IServiceCollection services, BotSettings settings, TimeProvider time)
    {
        services.AddSingleton(time);
        services.AddSingleton<MetricsText>();
        services.AddSingleton(settings);
        services.AddStorage(settings).AddPipeline(settings).AddChannels(settings);
        return services;
    }

    private static IServiceCollection AddStorage(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(settings.Engine).AddSingleton(settings.Engine.Options)
        .AddSingleton<Databases>()
        .AddSingleton<Microsoft.EntityFrameworkCore.IDbContextFactory<GrantBotDb>>(s => s.GetRequiredService<Databases>())
        .AddSingleton<Writer>().AddSingleton(_ => new SentJournal(settings.Engine.Journal))
        .AddSingleton<ChatStore>().AddSingleton<EventBook>().AddSingleton<FormBook>().AddSingleton<WorkbookDesk>().AddSingleton<AnswerDesk>().AddSingleton<PassedFiles>().AddSingleton<Fetcher>()
        .AddSingleton(s => new ImportDesk(s.GetRequiredService<Writer>(), s.GetRequiredService<Databases>(), s.GetRequiredService<EventBook>(), s.GetRequiredService<FormBook>(), s.GetRequiredService<Deployment>().Texts, settings.Zone, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<KnowledgeReader>().AddSingleton(s => new PeopleGroups(s.GetRequiredService<EventBook>(), s.GetRequiredService<FormBook>(), settings.Zone)).AddSingleton(s => new BroadcastPeople(s.GetRequiredService<PeopleGroups>(), language => settings.WhatsApp?.Templates.ContainsKey(language) == true)).AddSingleton(s => new ProjectCounting(s.GetRequiredService<EventBook>(), s.GetRequiredService<FormBook>(), settings.Zone)).AddSingleton<RegistrationNumbers>().AddSingleton<StaffDirectory>().AddSingleton<FileStore>().AddSingleton<DeskBook>();

    private static IServiceCollection AddPipeline(this IServiceCollection services, BotSettings settings) => services
        .AddSingleton(s => new BotNames(settings))
        .AddSingleton(s =>
        {
            var (texts, names) = (ContentLoader.Texts(), s.GetRequiredService<BotNames>());
            return new Deployment(texts, settings.Organisation, settings.Zone, names.Link, names.Links, names.Page) { Surveys = settings.Surveys, Broadcasts = settings.Broadcasts, Consultations = settings.Consultations with { AsksBack = [.. settings.WhatsApp?.Templates.Keys ?? []] } };
        })
        .AddSingleton(s => s.GetRequiredService<Deployment>().Texts)
        .AddSingleton(s => ContentLoader.Forms(s.GetRequiredService<Deployment>().Texts))
        .AddSingleton<ChannelSet>().AddSingleton<HeldReplies>().AddSingleton<ParkedItems>().AddSingleton<Sender>().AddSingleton<Pipeline.Reactions>().AddSingleton<TurnRunner>().AddSingleton<Lanes>().AddSingleton<Ingest>()
        .AddSingleton<InboxDoor>(s => s.GetRequiredService<Ingest>().TakeAsync)
        .AddSingleton(s => Rsvg.Find(s.GetRequiredService<TimeProvider>(), Environment.GetEnvironmentVariable("PATH")))
        .AddSingleton<ChartPictures>().AddSingleton<IReaction, CountsReaction>().AddSingleton<IReaction, TablesReaction>().AddSingleton<IReaction, CountReaction>().AddSingleton<IReaction, CountListReaction>().AddSingleton<IReaction, ListReaction>().AddSingleton<IReaction, ExpertListReaction>().AddSingleton<IReaction, GuardianReaction>().AddSingleton<IReaction, FormFileReaction>()
        .AddSingleton<IReaction, FormAnswersReaction>().AddSingleton<IReaction, FormFilesReaction>()
        .AddSingleton(s => ShippedTemplates.Read(Path.Combine(ContentLoader.Folder, "Certificates"), s.GetRequiredService<Deployment>().Texts)).AddSingleton(s => new CertificateMaker(s.GetRequiredService<Rsvg>()))
        .AddSingleton<TicketDrawing>().AddSingleton<IReaction, TicketReaction>().AddSingleton<IReaction, DueTicketReaction>().AddSingleton<DeskLimits>()
        .AddSingleton(s => s.GetRequiredService<Databases>().Read(CertificateKey.Seal)).AddSingleton<CertificateStudio>().AddSingleton<CertificatePost>().AddSingleton<TemplateDesk>().AddSingleton<CertificatePage>()
        .AddSingleton<IReaction, CertificatesReaction>().AddSingleton<IReaction, CertificateReaction>()
        .AddSingleton<IReaction, ImportReaction>().AddSingleton<IDueWork, ImportedWork>()
        .AddSingleton<IDueWork>(_ => new MergedWork(Merging.Due)).AddSingleton<IDueWork>(_ => new MergedWork(Merging.UndoneDue))
        .AddSingleton<DueSignal>().AddSingleton<DueWorker>().AddSingleton<Presence>()
        .AddSingleton<IDueWork, Housekeeping>().AddSingleton<IDueWork, DigestWork>().AddSingleton<IDueWork, StaffNewsWork>().AddSingleton<IReaction, StaffLogReaction>().AddSingleton<IDueWork, SeatsWork>().AddSingleton<IDueWork, OfferWork>().AddSingleton<IDueWork, GuardianWork>().AddSingleton<IDueWork, ReviewWork>().AddSingleton<IDueWork, ReviewedWork>()
        .AddSingleton<IDueWork, PaperWork>().AddSingleton<IDueWork, NoShowWork>()
        .AddSingleton<IDueWork>(_ => new ReminderWork(EventDue.Day)).AddSingleton<IDueWork>(_ => new ReminderWork(EventDue.Hours)).AddSingleton<IDueWork, MovedWork>().AddSingleton<IDueWork, PlannedWork>().AddSingleton<IDueWork, CalledOffWork>()
        .AddSingleton<IDueWork, TeamWork>().AddSingleton<IDueWork, TeamConfirmWork>().AddSingleton<IDueWork, TeamCloseWork>().AddSingleton<IDueWork, TeamOfferWork>().AddSingleton<IDueWork, TeamNewsWork>()
        .AddSingleton<IDueWork, SurveyOpenWork>().AddSingleton<IDueWork, SurveyRemindWork>().AddSingleton<IDueWork, SurveyCloseWork>().AddSingleton<IReaction, SurveyPosterReaction>()
        .AddSingleton<BroadcastFeed>().AddSingleton<IDueWork, BroadcastWork>().AddSingleton<IDueWork, BroadcastSettleWork>().AddSingleton<IReaction, BroadcastReaction>()
        .AddSingleton<IDueWork, ConsultationLineWork>().AddSingleton<IDueWork, ConsultationCorrectedWork>().AddSingleton<IDueWork>(_ => new GroupCardWork(reopens: false)).AddSingleton<IDueWork>(_ => new GroupCardWork(reopens: true))
        .AddSingleton<IDueWork, GroupLeaveWork>().AddSingleton<IDueWork, GroupLostWork>().AddSingleton<IDueWork, ConsultationLateWork>().AddSingleton<IReaction, JournalReaction>()
        .AddSingleton<IDueWork>(_ => new ConsultationNewsWork(ConsultationNews.Waits)).AddSingleton<IDueWork>(_ => new ConsultationNewsWork(ConsultationNews.Ended)).AddSingleton<IDueWork>(_ => new ConsultationNewsWork(ConsultationNews.Handed))
        .AddSingleton<IDueWork>(_ => new ConsultationNewsWork(ConsultationNews.PutOff)).AddSingleton<IDueWork>(_ => new ConsultationNewsWork(ConsultationNews.Reopened)).AddSingleton<IDueWork>(_ => new ConsultationNewsWork(ConsultationNews.TakenInGroup)).AddSingleton<IDueWork>(_ => new ConsultationNewsWork(ConsultationNews.Erased))
        .AddSingleton<PipelineHost>().AddHostedService(s => s.GetRequiredService<PipelineHost>()).AddClockwork();

    private static IServiceCollection AddChannels(this IServiceCollection services, BotSettings settings)
    {
        if (settings.Telegram is { } telegram)
            services.AddSingleton(telegram).AddSingleton<TelegramClient>().AddSingleton<TelegramSetup>().AddHostedService<TelegramHost>()
                .AddSingleton<IChannel>(s => new TelegramChannel(s.GetRequiredService<TelegramClient>(), s.GetRequiredService<FileStore>().OpenAsync, s.GetRequiredService<TimeProvider>()));
        if (settings.WhatsApp is { } whatsApp)
            services.AddSingleton(whatsApp)
                .AddSingleton(s => new WhatsAppClient(WhatsAppClient.NewHttp(), whatsApp))
                .AddSingleton(s => new WhatsAppChannel(whatsApp, s.GetRequiredService<WhatsAppClient>(), s.GetRequiredService<FileStore>().OpenAsync, s.GetRequiredService<TimeProvider>()))
                .AddSingleton<IChannel>(s => s.GetRequiredService<WhatsAppChannel>()).AddHostedService<WhatsAppHost>();
        if (settings.WebChat) services.AddWebChat(new WebChatOptions { Organisation = settings.Organisation.Name });
        return services;
    }
}
