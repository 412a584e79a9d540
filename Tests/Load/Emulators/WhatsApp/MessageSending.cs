using System.Text;
using System.Text.Json;

namespace GrantBot.Load.Emulators.WhatsApp;

/// <summary>Takes a message of the bot: limits of form, then of pace, then whether the person may and can get it.</summary>
internal sealed class MessageSending(WhatsAppEmulator emulator)
{
    private static readonly TimeSpan Window = TimeSpan.FromHours(24);

    /// <summary>A refusal, or the answer that accepts.</summary>
    public (GraphFault?, byte[]?) Take(JsonElement request)
    {
        GraphFault? broken;
        try
        {
            broken = MessageRules.Check(request);
        }
        catch (InvalidOperationException)
        {
            broken = GraphFault.NotJson; // half a surrogate pair in a string
        }
        if (broken is not null) return (broken, null);
        var type = request.GetProperty("type").GetString()!;
        if (ContentFault(type, request.GetProperty(type)) is { } wrong) return (wrong, null);
        if (!emulator.Throughput.TryTake(emulator.Now)) return (GraphFault.Throughput, null);
        var (input, address) = Address(request);
        return Send(request, type, input, emulator.Find(address));
    }

    private (GraphFault?, byte[]?) Send(JsonElement request, string type, string input, WhatsAppPerson? to)
    {
        // Meta accepts an unknown number or refuses it at once; without a person nobody could hear of a failed status
        if (to is null) return (GraphFault.Undeliverable, null);
        if (emulator.Options.PairLimit && !to.Pair.TryTake(emulator.Now)) return (GraphFault.PairRate, null);
        var fault = DeliveryFault(type, to);
        if (fault is not null && !emulator.Options.FailByStatus) return (fault, null);
        var message = BotMessage.Read(emulator.NextMessageId(), type, request);
        emulator.Counts.Accept();
        emulator.Report(message, to, fault);
        if (fault is null) to.Take(message);
        var contact = MetaJson.Object(("input", MetaJson.Quote(input)), ("wa_id", MetaJson.Maybe(to.WaId)), ("user_id", MetaJson.Maybe(to.UserId)));
        return (null, Encoding.ASCII.GetBytes($$"""{"messaging_product":"whatsapp","contacts":[{{contact}}],"messages":[{"id":"{{message.Id}}"}]}"""));
    }

    private GraphFault? ContentFault(string type, JsonElement body)
    {
        if (type == "template")
        {
            var (name, language) = (body.GetProperty("name").GetString()!, body.GetProperty("language").GetProperty("code").GetString()!);
            return emulator.Options.Templates.Contains((name, language)) ? ShapeFault(name, BotMessage.Components(body)) : GraphFault.NoSuchTemplate(name, language);
        }
        if (type is not ("image" or "document") || !body.TryGetProperty("id", out var id)) return null;
        if (emulator.Media.Find(id.GetString()!) is not { } media) return GraphFault.BadValue("Media id is not valid");
        return MediaStore.Fits(type, media) ? null : GraphFault.WrongMedia;
    }

    private GraphFault? ShapeFault(string name, (IReadOnlyList<string> Values, IReadOnlyList<string> Payloads) given)
    {
        var (values, replies) = emulator.Options.Shapes.GetValueOrDefault(name);
        return (given.Values.Count, given.Payloads.Count) == (values, replies) ? null
            : GraphFault.WrongShape($"template {name}: {given.Values.Count} values and {given.Payloads.Count} payloads for {values} variables and {replies} quick replies");
    }

    private GraphFault? DeliveryFault(string type, WhatsAppPerson to)
    {
        if (!to.Reachable) return GraphFault.Undeliverable;
        if (type == "template") return to.StoppedMarketing ? GraphFault.StoppedMarketing : null;
        return to.LastHeard is { } heard && emulator.Now - heard < Window ? null : GraphFault.WindowClosed;
    }

    /// <summary>"to" wins over "recipient". A number without plus gets the business's own country code in front (B4).</summary>
    private static (string Input, string Address) Address(JsonElement request)
    {
        if (!request.TryGetProperty("to", out var to)) return (request.GetProperty("recipient").GetString()!, request.GetProperty("recipient").GetString()!);
        var input = to.GetString()!;
        var digits = new string([.. input.Where(char.IsAsciiDigit)]);
        return (input, input.StartsWith('+') ? digits : "7" + digits);
    }
}
