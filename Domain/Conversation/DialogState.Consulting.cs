using System.Text.Json.Serialization;
using GrantBot.Domain.Consultations;
using GrantBot.Domain.Forms;

namespace GrantBot.Domain.Conversation;

/// <summary>What goes on about consultations.</summary>
[JsonDerivedType(typeof(Consulting), "consult")]
[JsonDerivedType(typeof(Conversing), "converse")]
[JsonDerivedType(typeof(Advising), "advise")]
[JsonDerivedType(typeof(KeepingAnswer), "keepanswer")]
[JsonDerivedType(typeof(NamingAdviser), "adviser")]
[JsonDerivedType(typeof(ConsultationDesk), "advicedesk")]
[JsonDerivedType(typeof(InGroup), "group")]
[JsonDerivedType(typeof(Journal), "journal")]
public abstract partial record DialogState
{
    /// <summary>The consultation form: asked by a person, closed by its owner, or written down by staff for somebody who came or rang.</summary>
    /// <param name="Form">The answers so far.</param>
    /// <param name="Step">Where filling stands.</param>
    /// <param name="Picked">Names picked so far of a question with several answers.</param>
    /// <param name="Closes">Number of the request that is closed; null = a new one.</param>
    /// <param name="Way">How the person came.</param>
    public sealed record Consulting(FormProgress Form, FillingStep Step, string? Picked = null, long? Closes = null, ConsultationWay Way = ConsultationWay.Chat) : Filling(Form, Step, Picked)
    {
        /// <inheritdoc/>
        [JsonIgnore]
        public override bool IsOfAnother => Closes is not null || Way is not ConsultationWay.Chat;
    }

    /// <summary>The person writes to the specialist.</summary>
    /// <param name="Number">About which request.</param>
    /// <param name="ToldAt">When they were told last that nobody is at work.</param>
    public sealed record Conversing(long Number, DateTimeOffset? ToldAt = null) : DialogState;

    /// <summary>Staff: what is typed goes to the person who asked.</summary>
    /// <param name="Number">Which request.</param>
    /// <param name="Step">What is asked besides.</param>
    /// <param name="Answer">The kept answer that is shown; null = none.</param>
    public sealed record Advising(long Number, AdvisingStep Step = AdvisingStep.Talking, long? Answer = null) : DialogState;

    /// <summary>Staff: an answer is kept to be used again.</summary>
    /// <param name="Number">The request it was written for.</param>
    /// <param name="Texts">The answer by language; "" = not given in it.</param>
    public sealed record KeepingAnswer(long Number, IReadOnlyDictionary<string, string> Texts) : DialogState;

    /// <summary>Staff: how their name stands in the journal.</summary>
    /// <param name="Number">The request they go on with; null = none.</param>
    /// <param name="Way">What they were about to write down; Chat = nothing.</param>
    /// <param name="Closes">Then the request is closed.</param>
    public sealed record NamingAdviser(long? Number, ConsultationWay Way = ConsultationWay.Chat, bool Closes = false) : DialogState;

    /// <summary>Staff: requests that wait, and their own.</summary>
    /// <param name="Records">Somebody came or rang: whether they agree to be written down is asked.</param>
    public sealed record ConsultationDesk(bool Records = false) : DialogState;

    /// <summary>The chat is a group: nothing goes on, it hears and passes on.</summary>
    public sealed record InGroup : DialogState;

    /// <summary>Staff: the journal.</summary>
    public sealed record Journal : DialogState;
}

/// <summary>What an adviser is asked.</summary>
public enum AdvisingStep
{
    /// <summary>Nothing: what is typed is passed on.</summary>
    Talking = 0,

    /// <summary>To whom the request is handed.</summary>
    Handing = 1,

    /// <summary>Until when it is put off.</summary>
    PuttingOff = 2,

    /// <summary>Whether a kept answer is sent.</summary>
    Sending = 3,
}
