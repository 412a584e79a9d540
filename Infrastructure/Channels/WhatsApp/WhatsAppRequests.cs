namespace GrantBot.Infrastructure.Channels.WhatsApp;

/// <summary>POST /{phone}/messages. Names are those of the Cloud API; exactly one of the last members is set, the one <see cref="Type"/> names.</summary>
internal sealed record MessageRequest
{
    public string MessagingProduct { get; } = "whatsapp";
    public string RecipientType { get; } = "individual";

    /// <summary>Phone with plus: without it Meta would put the business's own country code in front.</summary>
    public string? To { get; init; }

    /// <summary>Business-scoped user id, for people whose number WhatsApp keeps to itself.</summary>
    public string? Recipient { get; init; }

    public required string Type { get; init; }
    public string? BizOpaqueCallbackData { get; init; }
    public TextBody? Text { get; init; }
    public InteractiveBody? Interactive { get; init; }
    public TemplateBody? Template { get; init; }
    public MediaBody? Image { get; init; }
    public MediaBody? Document { get; init; }
}

internal sealed record TextBody(string Body);

internal sealed record InteractiveBody(string Type, InteractiveText Body, InteractiveAction Action);

internal sealed record InteractiveText(string Text);

/// <summary>Either reply buttons, or the title of a list and its sections.</summary>
internal sealed record InteractiveAction
{
    public IReadOnlyList<ReplyButton>? Buttons { get; init; }
    public string? Button { get; init; }
    public IReadOnlyList<ListSection>? Sections { get; init; }
}

internal sealed record ReplyButton(ReplyTitle Reply)
{
    public string Type { get; } = "reply";
}

internal sealed record ReplyTitle(string Id, string Title);

internal sealed record ListSection(IReadOnlyList<ListRow> Rows);

internal sealed record ListRow(string Id, string Title, string? Description);

internal sealed record TemplateBody(string Name, TemplateLanguage Language, IReadOnlyList<TemplateComponent>? Components);

/// <summary>Values of a template's text, or what a quick reply of it carries (platform/whatsapp.md B6.3).</summary>
internal sealed record TemplateComponent(string Type, IReadOnlyList<TemplateParameter> Parameters)
{
    public string? SubType { get; init; }
    public string? Index { get; init; }
}

internal sealed record TemplateParameter(string Type, string? Text, string? Payload);

internal sealed record TemplateLanguage(string Code);

internal sealed record MediaBody(string Id, string? Caption, string? Filename);

/// <summary>The same address marks a message, and all before it, as read; with an indicator it also shows "typing" for up to 25 seconds.</summary>
internal sealed record ReadRequest(string MessageId, TypingIndicator? TypingIndicator)
{
    public string MessagingProduct { get; } = "whatsapp";
    public string Status { get; } = "read";
}

internal sealed record TypingIndicator
{
    public string Type { get; } = "text";
}
