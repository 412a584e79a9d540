using GrantBot.Domain.Conversation;

namespace GrantBot.Domain.Registration;

/// <summary>One person across channels: only a number a platform vouches for joins two chats (2-processes.md 2.4).</summary>
internal static class PhoneOwner
{
    /// <summary>Notes a verified number; when another chat's person verified it before, this chat becomes theirs.</summary>
    public static void Verified(Script script, string phone)
    {
        var number = phone.StartsWith('+') ? phone : "+" + phone;
        if (script.State.VerifiedPhone == number) return;
        script.Remember(s => s with { VerifiedPhone = number });
        var owner = script.Know(new Need.PhoneOwner(number));
        if (owner is null)
        {
            if (script.State.Person is { } person) script.Record(new Fact.PhoneVerified(person, number));
            return;
        }
        if (owner == script.State.Person) return;
        script.Remember(s => s with { Person = owner });
        script.Record(new Fact.ConsentGiven(owner.Value, ConsentText.Version(script), script.Language, ByGuardian: false));
    }
}
