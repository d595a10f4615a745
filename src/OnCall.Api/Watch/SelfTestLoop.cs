using NodaTime;
using OnCall.Application.Alarms;
using OnCall.Application.Paging;
using OnCall.Domain.Alarms;

namespace OnCall.Api.Watch;

/// <summary>Sends the page of each minute and answers it. Every node tries; the minute is the key, so that one of them sends.</summary>
internal sealed partial class SelfTestLoop(RunSelfTest test, WatchSettings settings, IClock clock, TimeProvider time, ILogger<SelfTestLoop> logger) : BackgroundService
{
    // The lanes have begun by then.
    private static readonly TimeSpan AfterStart = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(250);
    private static readonly Duration Minute = Duration.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (!settings.SelfTest)
        {
            return;
        }

        await Task.Delay(AfterStart, time, stoppingToken);
        while (true)
        {
            try
            {
                await OnceAsync(stoppingToken);
            }
            catch (Exception error) when (!stoppingToken.IsCancellationRequested)
            {
                // The watch misses the page and raises the alarm.
                LogFailed(error);
            }

            await Task.Delay(ToNextMinute(), time, stoppingToken);
        }
    }

    private async Task OnceAsync(CancellationToken stopping)
    {
        if (await test.StartAsync(stopping) is not { } page)
        {
            return;
        }

        await AnswerAsync(page, stopping);
        await test.TidyAsync(page, stopping);
    }

    private async Task AnswerAsync(PageView page, CancellationToken stopping)
    {
        do
        {
            await Task.Delay(Look, time, stopping);
            if (await test.AnswerAsync(page, stopping))
            {
                return;
            }
        }
        while (clock.GetCurrentInstant() - page.SentAt < SelfTestRules.Limit);
        await test.GiveUpAsync(page, stopping);
    }

    private TimeSpan ToNextMinute()
    {
        var into = Duration.FromTicks(clock.GetCurrentInstant().ToUnixTimeTicks() % (long)Minute.TotalTicks);
        return (Minute - into).ToTimeSpan();
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The test page of this minute could not be sent or answered")]
    private partial void LogFailed(Exception error);
}
