using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Notifications;
using OnCall.Application.Paging.DryRuns;
using OnCall.Application.Paging.Links;

namespace OnCall.Application.Paging;

/// <summary>The use cases of pages and notifications.</summary>
internal static class PagingServices
{
    internal static IServiceCollection AddPaging(this IServiceCollection services) => services
        .AddSingleton<ChannelSet>()
        .AddSingleton<SituationReader>()
        .AddSingleton<DryRunPage>()
        .AddSingleton<ChangeWriter>()
        .AddSingleton<PageReader>()
        .AddSingleton<PageAccess>()
        .AddSingleton<PageMoves>()
        .AddSingleton<PageThread>()
        .AddSingleton<SendPage>()
        .AddSingleton<SendAndShowPage>()
        .AddSingleton<ReadPage>()
        .AddSingleton<WatchPage>()
        .AddSingleton<ReadBoard>()
        .AddSingleton<ListPages>()
        .AddSingleton<ReadInbox>()
        .AddSingleton<AcknowledgePage>()
        .AddSingleton<DeclinePage>()
        .AddSingleton<EscalatePage>()
        .AddSingleton<TakeOverPage>()
        .AddSingleton<ReroutePage>()
        .AddSingleton<ResolvePage>()
        .AddSingleton<CancelPage>()
        .AddSingleton<AddPageMessage>()
        .AddSingleton<AnsweringNumber>()
        .AddSingleton<RefusedAnswers>()
        .AddSingleton<LinkSecret>()
        .AddSingleton<ToldRefusals>()
        .AddSingleton<AnswerLink>()
        .AddSingleton<ILinkWriter, NoLinks>()
        .AddSingleton<AnswerSms>()
        .AddSingleton<AnswerVoice>()
        .AddSingleton(SweepSizes.Usual)
        .AddSingleton<SweepEscalations>()
        .AddSingleton<ChannelRecords>()
        .AddSingleton<ReadChannels>()
        .AddSingleton<SendNotifications>()
        .AddSingleton<ChannelCall>()
        .AddSingleton<RecordReceipt>()
        .AddSingleton<RecordOptOut>()
        .AddSingleton<PollDeliveries>();
}
