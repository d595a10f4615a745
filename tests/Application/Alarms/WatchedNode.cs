using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Alarms;
using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Holidays;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Rosters;
using OnCall.Application.Rosters.Gaps;
using OnCall.Application.Rosters.Paper;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Rotations;
using OnCall.Application.Sealing;
using OnCall.Data;
using OnCall.Data.Alarms;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Notifications;
using OnCall.Data.Paging;
using OnCall.Data.Rosters;
using OnCall.Data.Rosters.Pulls;
using OnCall.Data.Rosters.Rotations;
using OnCall.Domain.Alarms;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Testing;

namespace OnCall.Application.Tests.Alarms;

/// <summary>One process: the use cases over the real stores, a machine and an engine that tests break.</summary>
internal sealed class WatchedNode : IAsyncDisposable, IEngineHealth, IMachine, IOpenInboxes, IWatchdog
{
    private readonly Watched _in;
    private readonly ServiceProvider _services;

    public WatchedNode(Watched house, string name, bool engine, bool selfTest, Database database)
    {
        _in = house;
        Sweeps = engine;
        _services = Compose(new ServiceCollection(), name, new WatchSettings(engine, selfTest), database).BuildServiceProvider();

        // As the program does: its start is the moment from which it counts.
        _ = Get<OwnBeat>();
    }

    /// <summary>False once the process is killed.</summary>
    public bool Runs { get; set; } = true;

    /// <summary>False stops its engine alone.</summary>
    public bool Sweeps { get; set; }

    /// <summary>False stops its lanes alone.</summary>
    public bool Sends { get; set; } = true;

    /// <summary>False stops the renewal of its paper.</summary>
    public bool Prints { get; set; } = true;

    /// <summary>Rosters cannot be read.</summary>
    public bool Unreadable { get; set; }

    public Instant? LastSweep { get; private set; }

    public DiskSpace? Disk { get; set; } = new(50_000_000_000, 100_000_000_000);

    public Duration ClockOffset { get; set; }

    /// <summary>Why the watchdog takes nothing; null when it does.</summary>
    public string? WatchdogTrouble { get; set; }

    public int Pings { get; private set; }

    public SealingKeys Keys { get; } = new();

    public CapturedLines Logs { get; } = new();

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public async Task WorkAsync()
    {
        if (Sweeps)
        {
            await Get<SweepEscalations>().RunAsync(CancellationToken.None);
            LastSweep = _in.Now;
        }

        if (Sweeps && Prints)
        {
            Get<PaperRecord>().Printed(_in.Now);
        }

        if (Sweeps && Sends)
        {
            await SendAsync();
        }

        await Get<WatchEngine>().RunAsync(CancellationToken.None);
    }

    public async Task<IReadOnlyList<string>> BoardAsync() =>
        [.. (await Get<ReadAlarms>().StandingAsync(CancellationToken.None)).Select(a => $"{a.Severity} {a.Kind} {a.Subject}")];

    ValueTask<IReadOnlySet<PersonId>> IOpenInboxes.OpenAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
        new(people.Where(p => p == SelfTest.Person).ToHashSet());

    Task<string?> IWatchdog.PingAsync(CancellationToken cancellationToken)
    {
        Pings++;
        return Task.FromResult(WatchdogTrouble);
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    /// <summary>Sends what is due, as the lanes do.</summary>
    public async Task SendAsync()
    {
        var sender = Get<SendNotifications>();
        foreach (var kind in Get<ChannelSet>().Kinds)
        {
            foreach (var claimed in await sender.ClaimAsync(kind, Urgency.Routine, 100, CancellationToken.None))
            {
                await sender.SendAsync(claimed, CancellationToken.None);
            }
        }
    }

    private IServiceCollection Compose(IServiceCollection services, string name, WatchSettings settings, Database database) => services
        .AddOnCallApplication()
        .AddSingleton(settings)
        .AddSingleton(database)
        .AddSingleton<PageChangeWriter>()
        .AddSingleton<IPageStore, PageStore>()
        .AddSingleton<INotificationStore, NotificationStore>()
        .AddSingleton<IAuditWriter, AuditStore>()
        .AddSingleton<IDirectoryReads>(_in.Hospital.Directory)
        .AddSingleton<IRosterPeople, RosterPeopleStore>()
        .AddSingleton<IRosterReads, RosterStore>()
        .AddSingleton<RoleStore>().AddSingleton<PersonStore>()
        .AddSingleton<IRotations, RotationStore>()
        .AddSingleton<IRosterPulls, RosterPullStore>()
        .AddSingleton<IHolidays, HolidayStore>()
        .AddSingleton<IKeyStore, KeyStore>()
        .AddSingleton<ISealingKeys>(Keys)
        .AddSingleton(_in.Switch.Over<IAlarmStore>(new AlarmStore(database)))
        .AddSingleton(_in.Switch.Over<INodeBeats>(new NodeBeatStore(database)))
        .AddSingleton<IOverdueReads, WatchReads>()
        .AddSingleton<IRosterEndReads>(new Ends(this, new WatchReads(database)))
        .AddSingleton<IGapWarnings, GapWarningStore>()
        .AddSingleton<INoticeOutbox, NoticeOutbox>()
        .AddSingleton<ITestPageStore, TestPageStore>()
        .AddSingleton<IIdSource>(new TestIds(series: 20 + _in.Nodes.Count))
        .AddSingleton<IClock>(_in.Time)
        .AddSingleton<TimeProvider>(_in.Time)
        .AddSingleton(new NodeName(name))
        .AddSingleton<IWorkSignal>(new Support.CountingSignal())
        .AddSingleton<IEngineHealth>(this).AddSingleton<IMachine>(this).AddSingleton<IOpenInboxes>(this).AddSingleton<IWatchdog>(this)
        .AddSingleton<IChannel>(Delivering(new FakeChannel(ContactMethodKind.InApp)))
        .AddSingleton<IChannel>(_in.Sms)
        .AddSingleton<ILoggerFactory>(new LoggerFactory([Logs]))
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>));

    private static FakeChannel Delivering(FakeChannel channel)
    {
        channel.Always(DeliveryStatus.Delivered);
        return channel;
    }

    private sealed class Ends(WatchedNode node, IRosterEndReads reads) : IRosterEndReads
    {
        public Task<IReadOnlyDictionary<RoleId, Instant>> EndsAsync(CancellationToken cancellationToken) =>
            node.Unreadable ? throw new InvalidOperationException("Unreadable.") : reads.EndsAsync(cancellationToken);
    }
}
