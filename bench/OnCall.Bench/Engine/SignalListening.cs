using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;
using OnCall.Scheduler;

namespace OnCall.Bench.Engine;

/// <summary>Listens to the engine's own signal, which follows each commit.</summary>
internal sealed class SignalListening(StepTimes times, WorkSignal signal, IClock clock) : IWorkSignal
{
    public static void Add(IServiceCollection services, StepTimes times) =>
        services.AddSingleton<IWorkSignal>(provider => new SignalListening(times, provider.GetRequiredService<WorkSignal>(), provider.GetRequiredService<IClock>()));

    public void PagesChanged(IReadOnlyCollection<PageId> pages)
    {
        var now = clock.GetCurrentInstant();
        foreach (var page in pages)
        {
            times.Written(page.Value, now);
        }

        signal.PagesChanged(pages);
    }
}
