using GrantBot.Domain.Forms;
using GrantBot.Domain.Registration;

namespace GrantBot.Domain.Organising.Experts;

/// <summary>A judge, an expert, a trainer or a mentor of an event (төреші, сарапшы; 1-report-model.md, Judge / Expert). A person, but no participant: the tables of the report do not count them.</summary>
/// <param name="Role">Code of the list "roles" of form expert.</param>
/// <param name="FullName">Surname and first name.</param>
/// <param name="Organisation">Where they work or study; "" = nobody said, so below.</param>
/// <param name="Position">As what.</param>
/// <param name="Town">Where they come from.</param>
/// <param name="Contact">Phone or e-mail address.</param>
/// <param name="Basis">How they consented to be kept here.</param>
public sealed record Expert(string Role, string FullName, string Organisation, string Position, string Town, string Contact, ConsentBasis Basis)
{
    /// <summary>Id of the form by which staff enter them.</summary>
    public const string FormId = "expert";

    /// <summary>The role in words.</summary>
    public string RoleIn(FormCatalogue forms, string language) => forms.Find(FormId)?.Lists.GetValueOrDefault("roles")?.Find(Role)?.Label.In(language) ?? Role;
}

/// <summary>A judge or an expert of an event, as staff see them.</summary>
/// <param name="Person">Who; the same at every event they come to.</param>
/// <param name="What">What is known of them.</param>
public sealed record KnownExpert(PersonId Person, Expert What);
