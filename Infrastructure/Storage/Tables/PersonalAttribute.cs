namespace GrantBot.Infrastructure.Storage.Tables;

/// <summary>Marks a column that says something about a person. Erasure must clear it; a test holds every such column to that.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PersonalAttribute : Attribute;
