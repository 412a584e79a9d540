using GrantBot.Domain;
using GrantBot.Domain.Conversation;

namespace GrantBot.Infrastructure.Storage.People;

/// <summary>What went from one record to the other in a merge: ids by table, so that the way back is exact.</summary>
internal sealed record MergedRows
{
    public IReadOnlyList<Guid> Registrations { get; init; } = [];
    public IReadOnlyList<Guid> Chats { get; init; } = [];
    public IReadOnlyList<Guid> Teams { get; init; } = [];
    public IReadOnlyList<long> Consents { get; init; } = [];
    public IReadOnlyList<long> Reviews { get; init; } = [];
    public IReadOnlyList<long> Certificates { get; init; } = [];
    public IReadOnlyList<string> Files { get; init; } = [];
    public IReadOnlyList<string> SurveyInvites { get; init; } = [];
    public IReadOnlyList<string> FormAnswers { get; init; } = [];

    public IReadOnlyList<long> Consultations { get; init; } = [];
    public IReadOnlyList<long> ConsultationLines { get; init; } = [];

    /// <summary>Messages to many that were for the gone one and not for the kept one.</summary>
    public IReadOnlyList<Guid> Broadcasts { get; init; } = [];

    /// <summary>Records that had been merged into the gone one before.</summary>
    public IReadOnlyList<Guid> People { get; init; } = [];

    /// <summary>Registrations that were cancelled for it.</summary>
    public IReadOnlyList<MergeLoss> Cancelled { get; init; } = [];
}
