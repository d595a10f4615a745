using OnCall.Application.Notifications;

namespace OnCall.Api.Streams;

/// <summary>Composition of the live streams.</summary>
internal static class StreamServices
{
    internal static IServiceCollection AddStreams(this IServiceCollection services) => services
        .AddOpenInboxes()
        .AddHostedService<InboxPresence>()
        .AddSingleton<PageTicker>()
        .AddSingleton<BoardChanges>()
        .AddSingleton<UntilTheNodeStops>()
        .AddSingleton<InboxStream>()
        .AddSingleton<BoardStream>();

    /// <summary>What every engine must know, also one whose own node serves no streams.</summary>
    internal static IServiceCollection AddOpenInboxes(this IServiceCollection services) => services
        .AddSingleton<OpenElsewhere>()
        .AddSingleton<OpenInboxes>()
        .AddSingleton<IOpenInboxes>(s => s.GetRequiredService<OpenInboxes>());
}
