using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Application.Tests.Support;
using OnCall.Scheduler;
using OnCall.Testing;
using Quartz;
using Xunit;

namespace OnCall.Application.Tests.Engine;

public sealed class AlarmClockTests
{
    [Theory]
    [InlineData(5)]
    [InlineData(-5)]
    public async Task The_alarm_rings_on_time_on_a_node_whose_clock_is_five_minutes_off(int minutes)
    {
        await using var house = await House.OpenAsync();
        await house.PageAsync();

        // By the installation's clock the page is due in 300 ms; no heartbeat would find it.
        house.Time.Advance(Duration.FromMinutes(2) - Duration.FromMilliseconds(300));
        var time = new SkewedTime(Duration.FromMinutes(minutes));
        var rung = new TaskCompletionSource();
        await using var services = Quartz(time, rung);
        var scheduler = await services.GetRequiredService<ISchedulerFactory>().GetScheduler(CancellationToken.None);
        await scheduler.Start(CancellationToken.None);
        using var alarm = new AlarmClock(
            services.GetRequiredService<ISchedulerFactory>(),
            new SweepAlarm(house.Get<IPageStore>(), new WorkSignal(), house.Time, time, NullLogger<SweepAlarm>.Instance));
        var began = time.GetTimestamp();

        await alarm.StartAsync(CancellationToken.None);
        await rung.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.True(time.GetElapsedTime(began) > TimeSpan.FromMilliseconds(250));
        await alarm.StopAsync(CancellationToken.None);
        await scheduler.Shutdown(waitForJobsToComplete: true, CancellationToken.None);
    }

    [Fact]
    public async Task Told_to_stop_while_a_look_goes_wrong_it_ends_without_an_error()
    {
        await using var house = await House.OpenAsync();
        await house.PageAsync();
        using var stopping = new CancellationTokenSource();
        var alarm = new SweepAlarm(house.Get<IPageStore>(), new WorkSignal(), house.Time, house.Time, NullLogger<SweepAlarm>.Instance);

        await alarm.RunAsync(
            (_, _) =>
            {
                stopping.Cancel();
                throw new InvalidOperationException("The database is away.");
            },
            stopping.Token);

        Assert.True(stopping.IsCancellationRequested);
    }

    private static ServiceProvider Quartz(TimeProvider time, TaskCompletionSource rung)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(time).AddSingleton(rung);
        services.AddQuartz(q =>
        {
            q.UseInMemoryStore();
            q.AddJob<Ring>(j => j.WithIdentity(EscalationSweepJob.Key).StoreDurably());
        });
        return services.BuildServiceProvider();
    }

    private sealed class Ring(TaskCompletionSource rung) : IJob
    {
        public ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
        {
            rung.TrySetResult();
            return ValueTask.CompletedTask;
        }
    }
}
