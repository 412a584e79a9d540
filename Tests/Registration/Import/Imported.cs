using GrantBot.Domain.Forms;
using GrantBot.Domain.Registration.Import;
using GrantBot.Infrastructure.Spreadsheets;
using GrantBot.Tests.Given;

namespace GrantBot.Tests.Registration.Import;

/// <summary>Lists written as Markdown, read against the shipped registration form on 21 November 2026.</summary>
internal static class Imported
{
    public static readonly DateOnly Today = new(2026, 11, 21);

    public static readonly Form Form = FormWorkbook.Read(Path.Combine(AppContext.BaseDirectory, "Content", "Forms", "registration.xlsx")).Form.ShouldNotBeNull();

    public static ImportPreview List(string markdown) => ImportReader.Read(MarkdownSheets.Read(markdown).Sheets[0], Form, Today);

    /// <summary>What one cell under one heading becomes, beside a good name; null when the row is refused.</summary>
    public static string? One(string heading, string cell, string question) =>
        List($"| ФИО | {heading} |\n| Әлиева Сана | {cell} |").Rows.Select(r => r.Answers.GetValueOrDefault(question)).FirstOrDefault();

    /// <summary>"2: import.phone" for each problem.</summary>
    public static List<string> Problems(this ImportPreview preview) => [.. preview.Problems.Select(p => $"{p.Row}: {p.Key}")];

    /// <summary>A row's answers as the table of a test shows them.</summary>
    public static string Shown(this ImportedRow row, params string[] questions) => string.Join(" | ", questions.Select(q => row.Answers.GetValueOrDefault(q, "")));
}
