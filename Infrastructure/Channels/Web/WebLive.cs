using System.Threading.Channels;

namespace GrantBot.Infrastructure.Channels.Web;

/// <summary>Wakes the open pages of a chat when it has a new line. Only a nudge: what is new is read from the database.</summary>
internal sealed class WebLive
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, List<Listener>> listeners = new(StringComparer.Ordinal);

    /// <summary>Listens until disposed.</summary>
    public Listener Listen(string chat)
    {
        var listener = new Listener(this, chat);
        lock (gate)
        {
            if (!listeners.TryGetValue(chat, out var those)) listeners[chat] = those = [];
            those.Add(listener);
        }
        return listener;
    }

    /// <summary>Tells the open pages that somebody writes; nobody is told later.</summary>
    public void Type(string chat)
    {
        lock (gate)
        {
            if (!listeners.TryGetValue(chat, out var those)) return;
            foreach (var listener in those) listener.Type();
        }
    }

    public void Wake(string chat)
    {
        lock (gate)
        {
            if (!listeners.TryGetValue(chat, out var those)) return;
            foreach (var listener in those) listener.Nudge();
        }
    }

    private void Remove(Listener listener)
    {
        lock (gate)
        {
            if (listeners.TryGetValue(listener.Chat, out var those) && those.Remove(listener) && those.Count == 0) listeners.Remove(listener.Chat);
        }
    }

    internal sealed class Listener(WebLive owner, string chat) : IDisposable
    {
        private readonly Channel<bool> nudges = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        private volatile bool typing;

        public string Chat => chat;

        public void Type()
        {
            typing = true;
            Nudge();
        }

        /// <summary>Whether somebody writes, as not yet told.</summary>
        public bool TakeTyping()
        {
            var was = typing;
            typing = false;
            return was;
        }

        public void Nudge() => nudges.Writer.TryWrite(true);

        /// <summary>True when there may be something new; false when the time is over or the wait was cancelled.</summary>
        public async Task<bool> WaitAsync(TimeSpan atMost, TimeProvider time, CancellationToken cancel)
        {
            using var timeout = new CancellationTokenSource(atMost, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancel);
            try
            {
                return await nudges.Reader.ReadAsync(either.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        public void Dispose() => owner.Remove(this);
    }
}
