using System.Globalization;
using System.Text;
using GrantBot.Bot.Setup;
using GrantBot.Domain.Conversation;
using GrantBot.Domain.Forms;
using GrantBot.Domain.Localisation;
using GrantBot.Infrastructure.Spreadsheets;

namespace GrantBot.Bot.Tools;

/// <summary>The verb that plays a form in a terminal and, if wanted, records the conversation as a test (Tests/Transcripts/README.md).</summary>
internal sealed class ChatVerb(Texts texts, string language, TextReader input, TextWriter output)
{
    /// <summary>Plays a workbook; 1 when it is no form, 2 when the record cannot be written.</summary>
    public static int Run(string file, string language, string? recordTo, TextReader input, TextWriter output)
    {
        var texts = ContentLoader.Texts();
        if (FormWorkbook.Read(file).Form is not { } form) return new CheckVerb(texts, language, output).Run([file], json: false);
        try
        {
            // a transcript is a golden: it is never overwritten
            using var record = recordTo is null ? null : new StreamWriter(new FileStream(recordTo, FileMode.CreateNew)) { AutoFlush = true };
            new ChatVerb(texts, language, input, output).Play(form, Path.GetFileName(file), Today(TimeProvider.System), record);
            return 0;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            output.WriteLine(texts.Say("chat.record", language, ("file", recordTo)));
            return 2;
        }
    }

    /// <summary>Plays until the form is sent or left, or the input ends.</summary>
    /// <param name="form">The form.</param>
    /// <param name="name">The workbook's file name, for the record.</param>
    /// <param name="now">The day people play on; it is always ten o'clock.</param>
    /// <param name="record">Takes the transcript; null = none.</param>
    public void Play(Form form, string name, DateTimeOffset now, TextWriter? record)
    {
        var chat = new FormChat(form, texts, language, now);
        record?.Write($"# {form.Title(language)}\ngiven form {name}, language {language}, today {now.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}\n> /start\n");
        Show(chat.Start(), record);
        while (!chat.IsOver)
        {
            output.Write("> ");
            if (input.ReadLine()?.Trim() is not { } typed) return;
            if (typed.Length == 0) continue;
            record?.Write($"> {Shown(chat.Asked, typed)}\n");
            Show(chat.Say(typed), record);
        }
        if (chat.Sent is null) output.WriteLine(texts["chat.left", language]);
    }

    /// <summary>Ten o'clock of the present day in Aktau: transcripts begin then.</summary>
    private static DateTimeOffset Today(TimeProvider time) => new(time.GetUtcNow().ToOffset(TimeSpan.FromHours(5)).Date.AddHours(10), TimeSpan.FromHours(5));

    private void Show(IReadOnlyList<Reply.Message> messages, TextWriter? record)
    {
        foreach (var message in messages)
        {
            output.WriteLine(message.Text);
            foreach (var choice in Choices(message)) output.WriteLine("  " + choice);
            record?.Write(Transcribed(message));
        }
    }

    /// <summary>Choices as they can be typed: by number where a number is no answer of its own.</summary>
    private static IEnumerable<string> Choices(Reply.Message message) => message.Options.Select((option, index) =>
        message.TakesText ? $"[{option.Label}]" : option.Label is [>= '0' and <= '9', ..] ? option.Label : $"{index + 1}. {option.Label}");

    private static string Transcribed(Reply.Message message)
    {
        var lines = message.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToList();
        if (message.Options.Count > 0) lines.Add(string.Join(' ', message.Options.Select(o => $"[{o.Label}]")));
        return new StringBuilder("< ").AppendJoin("\n  ", lines).Append('\n').ToString();
    }

    /// <summary>What was typed, as a reader of the transcript understands it: the choice, not its number. Of several choices each counts as typed.</summary>
    private static string Shown(Reply.Message? asked, string typed) =>
        asked is not null && asked.Options.All(o => o.Id != "btn.done") && Domain.Conversation.Choices.Typed(asked, typed) is { } choice ? $"[{choice.Label}]" : typed;
}
