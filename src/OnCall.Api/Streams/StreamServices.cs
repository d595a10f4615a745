using OnCall.Application.Notifications;

namespace OnCall.Api.Streams;

/// <summary>Composition of the live streams.</summary>
internal static class StreamServices
{
    internal static IServiceCollection AddStreams(this IServiceCollection services) => services
        .AddSingleton<OpenInboxes>()
        .AddSingleton<IOpenInboxes>(s => s.GetRequiredService<OpenInboxes>())
        .AddSingleton<PageTicker>()
        .AddSingleton<InboxStream>()
        .AddSingleton<BoardStream>();
}
