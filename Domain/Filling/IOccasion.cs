using System.Diagnostics;
using GrantBot.Domain.CheckIn;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Organising;
using GrantBot.Domain.Registration;
using GrantBot.Domain.Registration.Teams;
using GrantBot.Domain.Surveys;

namespace GrantBot.Domain.Filling;

/// <summary>What a form is filled for: what it begins with, when it ends early, and what is done with the answers.</summary>
internal interface IOccasion
{
    /// <summary>The occasion of a form that is being filled.</summary>
    static IOccasion Of(DialogState.Filling filling) => filling switch
    {
        DialogState.Registering { Changes: { } changed } change => new RegistrationChange(change.Event, changed),
        DialogState.Registering registering => new RegistrationOccasion(registering.Event, registering.ByGuardian, registering.Place),
        DialogState.WalkingIn guest => new WalkInOccasion(guest.Event, guest.Session),
        DialogState.Teaming teaming => new TeamOccasion(teaming),
        DialogState.Planning planning => new PlanningOccasion(planning),
        DialogState.Publishing publishing => new Organising.Publicity.PublicationOccasion(publishing),
        DialogState.VenueForm venue => new Organising.Venues.VenueOccasion(venue),
        DialogState.ProjectForm project => new Organising.Projects.ProjectOccasion(project),
        DialogState.ExpertForm expert => new Organising.Experts.ExpertOccasion(expert),
        DialogState.Surveying surveying => new SurveyOccasion(surveying),
        DialogState.Consulting consulting => new ConsultationOccasion(consulting),
        DialogState.Answering answering => new AnsweringOccasion(answering),
        _ => throw new UnreachableException(),
    };

    /// <summary>Whether it can still be filled.</summary>
    bool IsOpen(Script script);

    /// <summary>Puts in what the program knows.</summary>
    void Prepare(Script script, FormSession session);

    /// <summary>Leaves blank what nobody is to be asked here.</summary>
    void Pass(FormSession session) { }

    /// <summary>Words of its own for a question; null = the form's.</summary>
    string? Words(Script script, FormSession session, QuestionView question) => null;

    /// <summary>Takes what was typed in a way of its own; null = as the form takes it.</summary>
    AnswerResult? Read(FormSession session, QuestionView question, string text) => null;

    /// <summary>Ends filling after an answer that makes going on pointless, and says why; false = goes on.</summary>
    bool Ends(Script script, FormSession session);

    /// <summary>Does with the answers what they were given for; the person has found them right.</summary>
    void Confirm(Script script, FormSession session);

    /// <summary>Goes where the form was opened from.</summary>
    void Leave(Script script);

    /// <summary>What it is, in the person's language, for the offer to go on with it.</summary>
    string Title(Script script);
}
