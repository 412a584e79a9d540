using GrantBot.Infrastructure.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GrantBot.Infrastructure.Channels.Web;

internal static class WebChatSetup
{
    /// <summary>
    /// Registers the web chat. It needs a <see cref="TimeProvider"/>, an <see cref="InboxDoor"/>, the <see cref="Writer"/>, <see cref="Databases"/> and
    /// <see cref="DbContextOptions{TContext}"/> of <see cref="GrantBotDb"/> from the composition root.
    /// </summary>
    public static IServiceCollection AddWebChat(this IServiceCollection services, WebChatOptions options) => services
        .AddSingleton(options.Checked())
        .AddSingleton<WebLive>()
        .AddSingleton<WebLimits>()
        .AddSingleton<WebHistory>()
        .AddSingleton<WebFiles>()
        .AddSingleton<WebChannel>()
        .AddSingleton<IChannel>(s => s.GetRequiredService<WebChannel>());
}
