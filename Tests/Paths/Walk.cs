using System.Text;
using GrantBot.Domain.Conversation;
using GrantBot.Tests.Conversation;
using GrantBot.Tests.Given;
using GrantBot.Tests.Given.Talkers;

namespace GrantBot.Tests.Paths;

/// <summary>One of the paths: a form and the seed of a person who fills it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Seed">Makes the person and what they decide; also their number.</param>
internal sealed record PathPlan(PathForm Form, int Seed)
{
    public string Language => PathWords.Languages[Seed % PathWords.Languages.Count];

    /// <summary>The person's own number, on every channel.</summary>
    public string Phone => LivingBot.Phone(Seed);

    public override string ToString() => $"{Form}, seed {Seed}, language {Language}";
}

/// <summary>One person filling one form on one channel: from the link to the thanks, each pause a moment in which the bot answers.</summary>
/// <param name="plan">What is walked.</param>
/// <param name="channel">Where.</param>
/// <param name="talker">The person there.</param>
/// <param name="bot">The bot.</param>
/// <param name="decided">What the same person decided on another channel, to be said again; null where they decide.</param>
internal sealed class Walk(PathPlan plan, ChannelKind channel, Talker talker, LivingBot bot, IReadOnlyList<(string Asked, Act Act)>? decided)
{
    private const int MostSteps = 150;
    private readonly Decider decider = new(plan.Seed, plan.Phone);
    private readonly Voice voice = new(plan.Seed, channel, plan.Language);
    private readonly StringBuilder transcript = new($"# {plan}\ngiven language {plan.Language}, channels {channel}\n");
    private readonly List<(string Asked, Act Act)> taken = [];

    public PathPlan Plan => plan;

    public ChannelKind Channel => channel;

    public Talker Talker => talker;

    /// <summary>What was asked and decided, in order.</summary>
    public IReadOnlyList<(string Asked, Act Act)> Taken => taken;

    /// <summary>What went wrong; null when the form was sent.</summary>
    public string? Fault { get; private set; }

    /// <summary>The chat so far, as a script.</summary>
    public string Transcript => transcript.ToString();

    /// <summary>Says one thing a step; the bot must come to rest before the next.</summary>
    public async IAsyncEnumerator<bool> StepsAsync()
    {
        var link = "f_" + plan.Form.Form.Id;
        transcript.Append("> /start ").Append(link).Append('\n');
        await talker.OpenAsync(link);
        yield return true;
        for (var step = 0; step < MostSteps; step++)
        {
            var scene = await LookAsync();
            if (scene.Asks is Asks.Thanks)
            {
                if (decided is not null && decided.Count != taken.Count) Fault = $"{decided.Count - taken.Count} questions fewer than elsewhere";
                yield break;
            }
            var gestures = scene.Asks switch
            {
                Asks.Language => [new Gesture.Press(plan.Language switch { "kk" => "Қазақша", "ru" => "Русский", _ => "English" })],
                Asks.Consent => [new Gesture.Press(PathWords.In("btn.agree", plan.Language))],
                _ => Decide(scene),
            };
            if (gestures.Count == 0) yield break;
            foreach (var (index, gesture) in gestures.Index())
            {
                if (index > 0) await LookAsync();
                await DoAsync(gesture);
                yield return true;
            }
        }
        Fault = "The form does not come to an end";
    }

    public void Fail(string why) => Fault ??= why;

    private IReadOnlyList<Gesture> Decide(Scene scene)
    {
        if (scene.Asks is Asks.Nothing) { Fault = "A person cannot tell what is asked"; return []; }
        if (decided is not null && (taken.Count == decided.Count || decided[taken.Count].Asked != scene.Name))
        {
            Fault = $"Here {scene.Name} is asked, elsewhere {(taken.Count == decided.Count ? "nothing" : decided[taken.Count].Asked)}";
            return [];
        }
        var act = decided is null ? decider.Decide(scene, key => scene.Shown.Contains(PathWords.In(key, plan.Language))) : decided[taken.Count].Act;
        taken.Add((scene.Name, act));
        return voice.Say(act, scene);
    }

    private async Task<Scene> LookAsync()
    {
        var heard = await talker.ReadAsync();
        transcript.Append(ChatWriter.Render("", default, heard));
        return Scene.Of(plan.Form, plan.Language, heard);
    }

    private Task DoAsync(Gesture gesture)
    {
        transcript.Append("> ").Append(gesture).Append('\n');
        return gesture switch
        {
            Gesture.Press(var label) => talker.PressAsync(label, bot),
            Gesture.Type(var text) => talker.SayAsync(text),
            Gesture.Send(var name) => talker.FileAsync(name, Transcripts.Attachment(name)),
            Gesture.Share(var phone) => talker.ContactAsync(phone, own: true),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
