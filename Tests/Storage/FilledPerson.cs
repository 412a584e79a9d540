using System.Reflection;
using System.Text;
using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Storage;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace GrantBot.Tests.Storage;

/// <summary>A person with a row, in every standing, of every type that has a personal property; each such property holds a value of its own that bears their mark.</summary>
internal sealed class FilledPerson(string name, DateTimeOffset at)
{
    private int number;

    /// <summary>In everything that is theirs and nowhere else.</summary>
    public string Mark { get; } = $"mark-of-{name}";

    public PersonId Person { get; } = new(Ids.New(at));
    public ChatId Chat { get; } = new(Ids.New(at));

    /// <summary>The first of their registrations, by which a team knows them.</summary>
    private readonly RegistrationId first = new(Ids.New(at));
    private bool registered;

    public static List<(IEntityType Type, IProperty Property)> PersonalColumns(GrantBotDb db) =>
        [.. from type in db.Model.GetEntityTypes() from property in type.GetProperties() where IsPersonal(property) select (type, property)];

    public void Store(GrantBotDb db)
    {
        foreach (var type in PersonalColumns(db).Select(c => c.Type).Distinct())
        {
            foreach (var standing in Standings(type)) db.Add(Row(type, standing));
        }
        db.SaveChanges();
    }

    /// <summary>A row for each state. What waits in the inbox is not among them: its answer clears it.</summary>
    private static object?[] Standings(IEntityType type) => type.GetProperties().FirstOrDefault(IsStanding) is not { } standing ? [null]
        : type.ClrType == typeof(InboxRow) ? [InboxState.Parked] : [.. Enum.GetValues(standing.ClrType).Cast<object>()];

    private static bool IsStanding(IProperty property) => property.ClrType.IsEnum && property.Name is "State" or "Status";

    private static bool IsPersonal(IProperty property) => property.PropertyInfo?.GetCustomAttribute<PersonalAttribute>() is not null;

    private object Row(IEntityType type, object? standing)
    {
        var row = Activator.CreateInstance(type.ClrType)!;
        foreach (var property in type.GetProperties().Where(p => p.ValueGenerated != ValueGenerated.OnAdd || p.ClrType != typeof(long)))
            property.PropertyInfo!.SetValue(row, IsStanding(property) ? standing : Value(type.ClrType, property));
        return row;
    }

    private object? Value(Type row, IProperty property)
    {
        var kind = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (kind == typeof(PersonId)) return Person;
        if (kind == typeof(ChatId)) return Chat;
        if (IsPersonal(property)) return Personal(row, property, kind);
        if (kind == typeof(EventId)) return new EventId(Ids.New(at));
        if (kind == typeof(RegistrationId)) return Registration(row);
        if (kind == typeof(DateTimeOffset)) return property.Name == nameof(PersonRow.ErasedAt) ? null : at;
        if (kind == typeof(bool)) return true;
        if (kind == typeof(string)) return $"{name} {property.Name} {number++}";
        if (kind == typeof(TeamId)) return new TeamId(Ids.New(at));
        if (kind == typeof(BroadcastId)) return new BroadcastId(Ids.New(at));
        if (kind == typeof(SurveyId)) return new SurveyId(Ids.New(at));
        if (kind.IsEnum) return Enum.GetValues(kind).GetValue(0);
        return Convert.ChangeType(17, kind, null);
    }

    private RegistrationId Registration(Type row)
    {
        if (row != typeof(RegistrationRow)) return first;
        if (registered) return new(Ids.New(at));
        registered = true;
        return first;
    }

    private object Personal(Type row, IProperty property, Type kind)
    {
        var value = (row.Name, property.Name) is (nameof(InboxRow), nameof(InboxRow.ChatKey)) or (nameof(ChatAddressRow), nameof(ChatAddressRow.Value))
            ? $"{Mark} address" : $"{Mark} {row.Name} {property.Name} {number++}";
        if (row == typeof(ChatRow) && kind == typeof(string)) return DomainJson.Write(State(value));
        if (kind == typeof(string)) return value;
        if (kind == typeof(byte[])) return Encoding.UTF8.GetBytes(value);
        throw new NotSupportedException($"{row.Name}.{property.Name} is personal and a {kind.Name}: say here how to fill it, and see that the Eraser clears it.");
    }

    /// <summary>A chat in the midst of a form, with one more put aside.</summary>
    private ChatState State(string value)
    {
        var filling = new DialogState.Registering(new EventId(Ids.New(at)), new FormProgress { FormId = "reg_person", FormVersion = "1", Seed = 1, StartedAt = at, Answers = new Dictionary<string, string> { ["surname"] = value } }, FillingStep.Asking, value);
        return new ChatState { Language = "kk", Person = Person, VerifiedPhone = value, Dialog = filling, Unfinished = filling, Asked = new Reply.Message(value), Told = new Reply.Message(value), LastPress = "1.1", HeardAt = at };
    }
}
