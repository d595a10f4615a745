using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Audit;
using OnCall.Application.Devices;
using OnCall.Application.Directory.Holidays;
using OnCall.Application.Notices;
using OnCall.Application.Rosters;
using OnCall.Application.Tests.Support;
using OnCall.Data.Devices;
using OnCall.Data.Directory;
using OnCall.Data.Notices;
using OnCall.Data.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Testing.Hospitals;
using OnCall.Testing.Providers;

namespace OnCall.Application.Tests.Devices;

/// <summary>The house of the stories, whose people register devices. What its provider gets is what <see cref="House.Push"/> was sent.</summary>
internal sealed class PhoneHouse : IAsyncDisposable
{
    private readonly House _house;
    private readonly ServiceProvider _services;
    private readonly StubBrowser _browser = new();

    private PhoneHouse(House house)
    {
        _house = house;
        _services = house.OtherNode(s => s
            .AddSingleton<PushDeviceStore>()
            .AddSingleton<IPushDevices>(p => p.GetRequiredService<PushDeviceStore>())
            .AddSingleton<IPushTargets>(p => p.GetRequiredService<PushDeviceStore>())
            .AddSingleton<IPushKeyStore, PushKeyStore>()
            .AddSingleton<IRosterPeople, RosterPeopleStore>()
            .AddSingleton<IHolidays, HolidayStore>()
            .AddSingleton<INoticeStore, NoticeStore>()
            .AddSingleton<IWebPush>(Web));
    }

    public House House => _house;

    public OneService Web { get; } = new();

    public Caller Anna => TestHospital.CallerOf(_house.Anna, new Grant(Permission.Staff, null));

    public Caller Ben => TestHospital.CallerOf(_house.Ben, new Grant(Permission.Staff, null));

    public static async Task<PhoneHouse> OpenAsync() => new(await House.OpenAsync());

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public RegisterDeviceRequest Phone(string endpoint = "https://push.example/anna", string name = "Phone") =>
        new(name, new SubscriptionBody(endpoint, new SubscriptionKeysBody(_browser.P256dh, _browser.Auth)));

    public Task<Answer<PushDeviceView>> RegisterAsync(Caller who, RegisterDeviceRequest? request = null) =>
        Get<RegisterDevice>().RunAsync(who, request ?? Phone(), CancellationToken.None);

    public async Task<IReadOnlyList<PushDeviceView>> OfAsync(Caller who) => (await Get<ReadDevices>().RunAsync(who, CancellationToken.None)).Value!.Items;

    public Task<Answer<DeviceTestView>> TestAsync(Caller who, Guid device) => Get<TestDevice>().RunAsync(who, new PushDeviceId(device), CancellationToken.None);

    public Task<Answer<PushDeviceView>> ConfirmAsync(Caller who, Guid device, string? token) =>
        Get<ConfirmDevice>().RunAsync(who, new PushDeviceId(device), new ConfirmDeviceRequest(token), CancellationToken.None);

    /// <summary>What the last push carried.</summary>
    public string LastToken() => ((DeviceTestText)_house.Push.Sent[^1].Text).Token;

    public async Task<IReadOnlyList<ContactMethod>> MethodsAsync(Person person) =>
        (await _house.Hospital.Directory.PeopleAsync([person.Id], CancellationToken.None))[0].ContactMethods;

    /// <summary>What they were told, as a text message has it.</summary>
    public async Task<IReadOnlyList<string>> NoticesAsync(Person person) =>
        [.. (await Get<INoticeStore>().OfPersonAsync(person.Id, _house.Time.GetCurrentInstant() - Duration.FromDays(1), CancellationToken.None)).Select(n => n.Facts.ToLine())];

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _services.DisposeAsync();
        await _house.DisposeAsync();
    }
}
