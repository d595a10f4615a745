using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Application.Notices;

/// <summary>The use cases of notices.</summary>
internal static class NoticeServices
{
    internal static IServiceCollection AddNotices(this IServiceCollection services) => services
        .AddSingleton(NoticePace.Usual)
        .AddSingleton<NoticeDraft>()
        .AddSingleton<WriteNotice>()
        .AddSingleton<ReadNotices>()
        .AddSingleton<SeeNotice>()
        .AddSingleton<SendNotices>();
}
