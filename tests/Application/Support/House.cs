using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using NodaTime;
using OnCall.Application.Audit;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Application.Paging.Links;
using OnCall.Application.Presets;
using OnCall.Application.Rosters;
using OnCall.Data;
using OnCall.Data.Audit;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Notifications;
using OnCall.Data.Paging;
using OnCall.Data.Presets;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using OnCall.Testing;
using OnCall.Testing.Databases;
using OnCall.Testing.Hospitals;

namespace OnCall.Application.Tests.Support;

/// <summary>
/// The use cases of paging over a real database, with fake channels and a time that only tests move: one role, whose first tier is
/// Anna and whose second is Ben, and Dora at the desk.
/// </summary>
internal sealed class House : IAsyncDisposable
{
    private readonly TestDatabase _test;
    private readonly ServiceProvider _services;
    private int _keys;

    private House(TestDatabase test)
    {
        _test = test;
        Hospital = new TestHospital(test.Database);
        _services = Compose(new ServiceCollection(), "this").BuildServiceProvider();
    }

    public ManualTime Time { get; } = new();

    public TestHospital Hospital { get; }

    public Database Database => _test.Database;

    public PersonStore PeopleStore => new(Database);

    public CountingSignal Signal { get; } = new();

    public FakeChannel Sms { get; } = new(ContactMethodKind.Sms);

    public FakeChannel Voice { get; } = new(ContactMethodKind.Voice);

    public FakeChannel Push { get; } = new(ContactMethodKind.Push);

    public FakeChannel Pager { get; } = new(ContactMethodKind.Snpp);

    public Role Cardiology { get; private set; } = null!;

    public Person Anna { get; private set; } = null!;

    public Person Ben { get; private set; } = null!;

    public Person Dora { get; private set; } = null!;

    public static Caller Lab { get; } = new("integration:lab", null, "Lab", [new Grant(Permission.Staff, null)]);

    public Caller Dispatcher => TestHospital.CallerOf(Dora, new Grant(Permission.Dispatcher, null));

    public static async Task<House> OpenAsync(Func<House, IReadOnlyList<ContactMethod>>? device = null, TestDatabase? database = null)
    {
        var house = new House(database ?? await TestDatabase.UsualAsync());
        var hospital = house.Hospital;
        await hospital.AddRoleAsync(Role.DeskCode);
        house.Anna = await hospital.AddPersonAsync("N1", hospital.Method(ContactMethodKind.Sms));
        house.Ben = await hospital.AddPersonAsync("N2", hospital.Method(ContactMethodKind.Sms));
        house.Dora = await hospital.AddDispatcherAsync("D1");
        house.Cardiology = await hospital.AddRoleAsync("cardiology/duty", methods: device?.Invoke(house));
        await hospital.PutOnAsync(house.Cardiology, house.Anna);
        await hospital.PutOnAsync(house.Cardiology, house.Ben, tier: 2);
        return house;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    /// <summary>The same use cases on another node, over the same database.</summary>
    public ServiceProvider OtherNode(params Action<IServiceCollection>[] changes)
    {
        var services = Compose(new ServiceCollection(), "other");
        foreach (var change in changes)
        {
            change(services);
        }

        return services.BuildServiceProvider();
    }

    public Task<Answer<PageView>> SendAsync(SendPageRequest? request = null, string? key = "", Caller? caller = null) =>
        Get<SendPage>().RunAsync(caller ?? Lab, key?.Length == 0 ? $"key{++_keys}" : key, request ?? Request(), CancellationToken.None);

    public static SendPageRequest Request(string urgency = "urgent", string role = "cardiology/duty") => new(role, urgency, "Chest pain", "Bed 4");

    /// <summary>Sends a page and answers its id and reference.</summary>
    public async Task<(PageId Id, PageReference Reference)> PageAsync(string urgency = "urgent")
    {
        var sent = (await SendAsync(Request(urgency))).Value!;
        _ = PageReference.TryParse(sent.Reference, out var reference);
        return (new PageId(sent.Id), reference);
    }

    /// <summary>Sends everything that is due now, as the lanes would.</summary>
    public async Task DeliverAsync()
    {
        var sender = Get<SendNotifications>();
        foreach (var kind in Enum.GetValues<ContactMethodKind>())
        {
            foreach (var claimed in await sender.ClaimAsync(kind, Urgency.Routine, 100, CancellationToken.None))
            {
                await sender.SendAsync(claimed, CancellationToken.None);
            }
        }
    }

    public Task<int> SweepAsync() => Get<SweepEscalations>().RunAsync(CancellationToken.None);

    /// <summary>Moves time on, sweeps and delivers.</summary>
    public async Task PassAsync(Duration time)
    {
        Time.Advance(time);
        await SweepAsync();
        await DeliverAsync();
    }

    public async Task<PageRecord> LoadAsync(PageId page) => (await Get<IPageStore>().LoadAsync([page], CancellationToken.None))[0];

    public async Task<IReadOnlyList<PageEvent>> TrailAsync(PageId page) => await Get<IPageStore>().EventsAsync(page, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        await _test.DisposeAsync();
    }

    private IServiceCollection Compose(IServiceCollection services, string node) => services
        .AddOnCallApplication()
        .AddSingleton(_test.Database)
        .AddSingleton<PageChangeWriter>()
        .AddSingleton<IPageStore, PageStore>()
        .AddSingleton<IPresetStore, PresetStore>()
        .AddSingleton<IAnsweredMessages, AnsweredMessageStore>()
        .AddSingleton<INotificationStore, NotificationStore>()
        .AddSingleton<INoticeOutbox, NoticeOutbox>()
        .AddSingleton<IOptOuts, OptOutStore>()
        .AddSingleton<IPlacedCalls, PlacedCallStore>()
        .AddSingleton<IAcknowledgeLinks, AcknowledgeLinkStore>()
        .AddSingleton<IDeliveryPolls, DeliveryPollStore>()
        .AddSingleton<IAttemptReads, AttemptStore>()
        .AddSingleton<IAuditWriter, AuditStore>()
        .AddSingleton<IOrgUnitStore, OrgUnitStore>()
        .AddSingleton<IDirectoryReads>(Hospital.Directory)
        .AddSingleton<IRosterReads>(Hospital.Rosters)
        .AddSingleton<IIdSource>(new TestIds(series: node.Length))
        .AddSingleton<IClock>(Time)
        .AddSingleton<TimeProvider>(Time)
        .AddSingleton(new NodeName(node))
        .AddSingleton<IWorkSignal>(Signal)
        .AddSingleton<IOpenInboxes>(new NoScreens())
        .AddSingleton<IChannel>(new FakeChannel(ContactMethodKind.InApp))
        .AddSingleton<IChannel>(Sms)
        .AddSingleton<IChannel>(Voice)
        .AddSingleton<IChannel>(Push)
        .AddSingleton<IChannel>(Pager)
        .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
        .AddSingleton(typeof(ILogger<>), typeof(Logger<>));

    private sealed class NoScreens : IOpenInboxes
    {
        public ValueTask<IReadOnlySet<PersonId>> OpenAsync(IReadOnlyCollection<PersonId> people, CancellationToken cancellationToken) =>
            ValueTask.FromResult<IReadOnlySet<PersonId>>(new HashSet<PersonId>());
    }
}
