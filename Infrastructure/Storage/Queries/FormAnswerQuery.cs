using GrantBot.Infrastructure.Documents;
using Microsoft.EntityFrameworkCore;

namespace GrantBot.Infrastructure.Storage.Queries;

/// <summary>Reads what people answered to a form, a page at a time. What it returns is personal: only a manager may be given it.</summary>
internal sealed class FormAnswerQuery(GrantBotDb db, string formId)
{
    private const int Page = 200;

    // Of all answers at once only the ids are held, so that every sheet of a workbook has the same answers under the same numbers.
    private readonly List<string> ids = [.. db.FormAnswers.AsNoTracking().Where(a => a.FormId == formId).OrderBy(a => a.Id).Select(a => a.Id)];

    /// <summary>Answers of people who were erased.</summary>
    public int Erased() => db.FormAnswers.Count(a => a.FormId == formId && a.Answers == null);

    /// <summary>Answers in the order they were given, from that number on; those of erased people are left out.</summary>
    public IEnumerable<GivenAnswer> Read(int from = 1)
    {
        foreach (var page in ids.Index().Skip(from - 1).Chunk(Page))
        {
            var wanted = page.Select(p => p.Item).ToList();
            var rows = db.FormAnswers.AsNoTracking().Where(a => wanted.Contains(a.Id) && a.Answers != null).ToDictionary(a => a.Id, StringComparer.Ordinal);
            foreach (var (index, id) in page)
                if (rows.TryGetValue(id, out var row))
                    yield return new(index + 1, row.FormVersion, row.Channel, row.Language, row.FinishedAt, row.PersonId, DomainJson.ReadAnswers(row.Answers));
        }
    }
}
