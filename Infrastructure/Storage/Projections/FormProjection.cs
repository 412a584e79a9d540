using GrantBot.Domain;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Infrastructure.Files;
using GrantBot.Infrastructure.Storage.Tables;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Projections;

/// <summary>Forms of staff, their standing, and what people answered.</summary>
internal static class FormProjection
{
    /// <summary>The workbook and its lists move from where they were put when they were read to where they stay.</summary>
    public static void Draft(GrantBotDb db, Fact.FormDrafted drafted, FactSource source)
    {
        var file = db.Files.Find(drafted.File) ?? throw new ConflictException("the workbook is gone");
        if (db.FormVersions.Any(f => f.FormId == drafted.FormId && f.Version == drafted.Version)) throw new ConflictException("the version was taken meanwhile");
        db.FormVersions.Add(new FormVersionRow { FormId = drafted.FormId, Version = drafted.Version, Workbook = file.Content, MadeBy = source.Chat, MadeAt = source.Now });
        db.Files.Remove(file);
        foreach (var list in FormFiles.Of(db.Files, drafted.File))
        {
            db.FormLists.Add(new FormListRow { FormId = drafted.FormId, Version = drafted.Version, Name = list.Name, Content = list.Content, FileId = FileStore.NewId() });
            db.Files.Remove(list);
        }
    }

    /// <summary>Nobody may have answered it: it was never published. Its number stays taken, so that nobody meets another workbook under it.</summary>
    public static void Delete(GrantBotDb db, Fact.FormDeleted deleted, FactSource source)
    {
        DateTimeOffset? moment = source.Now;
        if (db.FormAnswers.Any(a => a.FormId == deleted.FormId && a.FormVersion == deleted.Version)
            || db.FormVersions.Where(f => f.FormId == deleted.FormId && f.Version == deleted.Version && f.PublishedAt == null && f.DeletedAt == null)
                .ExecuteUpdate(s => s.SetProperty(f => f.Workbook, Array.Empty<byte>()).SetProperty(f => f.DeletedAt, moment)) != 1)
            throw new ConflictException("the version was published or deleted meanwhile");
        db.FormLists.Where(l => l.FormId == deleted.FormId && l.Version == deleted.Version).ExecuteDelete();
    }

    public static void Publish(GrantBotDb db, Fact.FormPublished published, FactSource source)
    {
        var row = db.FormVersions.Find(published.FormId, published.Version);
        if (row is { DeletedAt: not null }) throw new ConflictException("the version was deleted meanwhile");
        if (row is { PublishedAt: null }) row.PublishedAt = source.Now;
        Standing(db, published.FormId).Published = published.Version;
    }

    public static void Retire(GrantBotDb db, Fact.FormRetired retired) => Standing(db, retired.FormId).Published = null;

    public static void Answer(GrantBotDb db, Fact.FormAnswered answered, FactSource source)
    {
        db.FormAnswers.Add(new FormAnswerRow
        {
            Id = answered.Answer.ToString("N"), FormId = answered.FormId, FormVersion = answered.FormVersion, PersonId = answered.Person, Channel = source.Channel, Language = source.Language,
            StartedAt = answered.StartedAt, FinishedAt = source.Now, Answers = DomainJson.Write(answered.Answers),
            SurveyId = answered.Survey, Score = answered.Score,
        });
        KeepFiles(db, source.Chat, answered.Person, answered.Answers);
    }

    /// <summary>Files sent as answers stay with the person from now on.</summary>
    public static void KeepFiles(GrantBotDb db, ChatId chat, PersonId person, IReadOnlyDictionary<string, string> answers)
    {
        var files = answers.Values.Where(AnswerFile.Is).Distinct().ToList();
        PersonId? owner = person;
        if (files.Count > 0) db.Files.Where(f => f.ChatId == chat && f.PersonId == null && files.Contains(f.Name)).ExecuteUpdate(s => s.SetProperty(f => f.PersonId, owner));
    }

    private static FormStandingRow Standing(GrantBotDb db, string form)
    {
        var row = db.FormStandings.Find(form);
        if (row is null) db.FormStandings.Add(row = new FormStandingRow { FormId = form });
        return row;
    }
}
