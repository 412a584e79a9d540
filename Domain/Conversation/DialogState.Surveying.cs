using GrantBot.Domain.Forms;
using GrantBot.Domain.Organising.Surveys;

namespace GrantBot.Domain.Conversation;

/// <summary>What goes on about surveys.</summary>
public abstract partial record DialogState
{
    /// <summary>A survey is being answered.</summary>
    /// <param name="Survey">Which.</param>
    /// <param name="Anonymous">The answers are stored without the person: nothing known of the chat goes into them.</param>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    public sealed record Surveying(SurveyId Survey, bool Anonymous, FormProgress Form, FillingStep Step, string? Picked = null) : Filling(Form, Step, Picked);

    /// <summary>Staff: all surveys.</summary>
    public sealed record SurveyList : DialogState;

    /// <summary>Staff: how a survey goes, or what is wanted of it.</summary>
    /// <param name="Survey">Which.</param>
    /// <param name="Quotas">The numbers wanted of each kind of answer are typed.</param>
    /// <param name="Times">Another time is typed.</param>
    public sealed record SurveyCard(SurveyId Survey, bool Quotas = false, bool Times = false) : DialogState;

    /// <summary>Staff: a new survey.</summary>
    /// <param name="Step">What is asked.</param>
    /// <param name="Draft">What is decided so far.</param>
    public sealed record SurveyMaking(SurveyStep Step, SurveyDraft Draft) : DialogState;
}
