using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data;
using OnCall.Domain.Notifications;
using OnCall.Scheduler;
using OnCall.Simulation.Tests.Storing;
using OnCall.Simulation.Tests.Turns;

namespace OnCall.Simulation.Tests.Nodes;

/// <summary>One process of the program, from its start to its stop or crash: the real use cases, stores, lanes and jobs.</summary>
internal sealed class Node
{
    private static readonly TimeSpan ClockInterval = TimeSpan.FromSeconds(10);

    private readonly ServiceProvider _services;
    private readonly Heart _heart;
    private readonly Ear _ear;
    private readonly List<TaskCompletionSource> _calls = [];
    private readonly CancellationTokenSource _stopping = new();
    private readonly IReadOnlyList<ContactMethodKind> _kinds;

    public Node(Process process, Chance chance, Storage storage, Trouble trouble, NodeWorld world)
    {
        (Process, _kinds) = (process, world.Kinds);
        Inboxes = new Inboxes(process, Get<IOpenInboxStore>, Get<IClock>);
        _services = Composition.Of(services =>
        {
            services.AddSingleton<Database>(new SimDatabase(storage, process, trouble, world.WritesTogether))
                .AddSingleton(world.Sweeps)
                .AddSingleton<TimeProvider>(process.Time)
                .AddSingleton<IIdSource>(new SeededIds(chance, process.Time))
                .AddSingleton(new NodeName(process.Name))
                .AddSingleton<IOpenInboxes>(Inboxes)
                .AddSingleton<ILoggerFactory>(world.Log);
            foreach (var channel in world.ChannelsOf(this))
            {
                services.AddSingleton(channel);
            }

            world.Plant(services);
        });
        _ear = new Ear(process, Get<IPageTail>(), Get<WorkSignal>());
        _heart = new Heart(process, Get<EscalationSweepJob>(), Get<NotificationJob>(), world.Due);
    }

    public Process Process { get; }

    public Inboxes Inboxes { get; }

    public bool IsUp { get; private set; }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>Starts as the program does: the database's clock first, then the engine.</summary>
    /// <param name="measured">Called after each look at the database's clock.</param>
    public async Task StartAsync(Action measured)
    {
        await Get<DatabaseClock>().MeasureAsync(_stopping.Token);
        measured();
        await _ear.BeginAsync();
        IsUp = true;
        Process.Start(() => MeasureAsync(measured));
        Process.Start(() => Get<SweepAlarm>().RunAsync((at, _) => _heart.ArmAsync(at), _stopping.Token));
        foreach (var kind in _kinds)
        {
            var limits = Get<ChannelSet>().Of(kind)?.Limits ?? ProviderLimits.Usual;
            var lane = new NotificationLane(kind, limits, Get<SendNotifications>(), Get<WorkSignal>(), Get<IClock>(), Process.Time, Get<ILogger<NotificationLane>>());
            Process.Start(() => lane.RunAsync(_stopping.Token));
        }

        _heart.BeatWhenDue();
    }

    /// <summary>Another node, or this one, has written something.</summary>
    public void Changed()
    {
        if (IsUp)
        {
            _heart.BeatWhenDue();
            _ear.ListenSoon();
        }
    }

    /// <summary>
    /// A request over the network. It breaks off when the node dies under it: then the caller does not know what came of it.
    /// </summary>
    public async Task<T> CallAsync<T>(Func<Node, Task<T>> work)
    {
        var (broken, answer) = (new TaskCompletionSource(), new TaskCompletionSource<T>());
        _calls.Add(broken);
        Process.Start(async () =>
        {
            try
            {
                answer.TrySetResult(await work(this));
            }
            catch (Exception error)
            {
                answer.TrySetException(error);
            }
        });
        await Task.WhenAny(answer.Task, broken.Task);
        _calls.Remove(broken);
        return answer.Task.IsCompleted ? await answer.Task : throw new IOException($"{Process.Name} went away.");
    }

    public void Crash()
    {
        IsUp = false;
        Process.Crash();
        foreach (var call in _calls.ToList())
        {
            call.TrySetResult();
        }
    }

    /// <summary>Stops as the program does: no new work, calls on the wire are waited for.</summary>
    public void Stop()
    {
        IsUp = false;
        Inboxes.CloseAll();
        _heart.Stop();
        _stopping.Cancel();
    }

    private async Task MeasureAsync(Action measured)
    {
        try
        {
            while (true)
            {
                await Task.Delay(ClockInterval, Process.Time, _stopping.Token);
                await Get<DatabaseClock>().MeasureAsync(_stopping.Token);
                measured();

                // By the new time it may be due sooner than by the old.
                _heart.BeatWhenDue();
            }
        }
        catch (OperationCanceledException)
        {
            // Told to stop.
        }
    }
}
