namespace GrantBot.Domain.Forms;

/// <summary>As what answers to a form are had.</summary>
public enum AnswerFormat
{
    /// <summary>A workbook: words, codes and what the codes mean.</summary>
    Workbook = 0,

    /// <summary>Tables of stored values under the names of the questions, for statistics programs.</summary>
    CsvCodes = 1,

    /// <summary>Tables of words.</summary>
    CsvWords = 2,
}
