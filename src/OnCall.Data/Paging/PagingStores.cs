using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Paging.Links;
using OnCall.Application.Rosters.Reports;
using OnCall.Application.Rosters.Search;
using OnCall.Application.Telemetry;
using OnCall.Data.Notifications;
using OnCall.Data.Telemetry;

namespace OnCall.Data.Paging;

/// <summary>The stores of pages and notifications.</summary>
internal static class PagingStores
{
    internal static IServiceCollection AddPagingStores(this IServiceCollection services) => services
        .AddSingleton<PageChangeWriter>()
        .AddSingleton<IPageStore, PageStore>()
        .AddSingleton<IAnsweredMessages, AnsweredMessageStore>()
        .AddSingleton<IAttemptReads, AttemptStore>()
        .AddSingleton<IEngineReads, EngineReads>()
        .AddSingleton<IPageTail, PageTailStore>()
        .AddSingleton<INotificationStore, NotificationStore>()
        .AddSingleton<IOpenInboxStore, OpenInboxStore>()
        .AddSingleton<IPageTimes, PageTimeStore>()
        .AddSingleton<ISentPages, SentPageStore>()
        .AddSingleton<IOptOuts, OptOutStore>()
        .AddSingleton<IPlacedCalls, PlacedCallStore>()
        .AddSingleton<IAcknowledgeLinks, AcknowledgeLinkStore>()
        .AddSingleton<IDeliveryPolls, DeliveryPollStore>();
}
