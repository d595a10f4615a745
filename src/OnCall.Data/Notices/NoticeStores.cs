using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Notices;

namespace OnCall.Data.Notices;

/// <summary>The stores of notices.</summary>
internal static class NoticeStores
{
    internal static IServiceCollection AddNoticeStores(this IServiceCollection services) => services
        .AddSingleton<INoticeStore, NoticeStore>()
        .AddSingleton<INoticeOutbox, NoticeOutbox>();
}
