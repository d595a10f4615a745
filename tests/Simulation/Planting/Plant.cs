using Microsoft.Extensions.DependencyInjection;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Rosters;
using OnCall.Data.Notifications;
using OnCall.Data.Paging;
using OnCall.Data.Rosters;
using OnCall.Simulation.Tests.Storing;

namespace OnCall.Simulation.Tests.Planting;

/// <summary>Puts a classic fault between the use cases and the stores of every node.</summary>
internal sealed class Plant(Classic classic, Storage storage)
{
    public void In(IServiceCollection services)
    {
        switch (classic)
        {
            case Classic.DueTimeOnlyInMemory:
                services.AddSingleton<PageStore>();
                services.AddSingleton<IPageStore>(s => new ForgetfulPages(s.GetRequiredService<PageStore>(), storage));
                break;
            case Classic.ClaimWithoutLease:
                services.AddSingleton<NotificationStore>();
                services.AddSingleton<INotificationStore>(s => new UnheldOutbox(s.GetRequiredService<NotificationStore>(), storage));
                break;
            case Classic.AcknowledgementNotGuarded:
                services.AddSingleton<PageStore>();
                services.AddSingleton<IPageStore>(s => new UnguardedPages(s.GetRequiredService<PageStore>(), s.GetRequiredService<IRosterReads>()));
                break;
            case Classic.ResolvedOnce:
                services.AddSingleton<IRosterReads>(s => new FirstRosters(s.GetRequiredService<RosterStore>()));
                break;
            case Classic.LostAnswerToldAsNotSent:
                services.AddSingleton<PageStore>();
                services.AddSingleton<IPageStore>(s => new DeniedPages(s.GetRequiredService<PageStore>()));
                break;
            case Classic.None or Classic.ReceiptTakenAsAcknowledgement:
            default:
                break;
        }
    }
}
