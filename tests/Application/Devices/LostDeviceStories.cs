using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.SecondFactor;
using OnCall.Application.Access.Sessions;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Application.Notifications;
using OnCall.Application.Tests.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Devices;

/// <summary>Ada has lost her phone, on the way to the ward, where she is on from 20:00.</summary>
public sealed class LostDeviceStories
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 12, 18, 0);
    private static readonly Caller Root = new("person:ROOT", null, "Root", [new Grant(Permission.Admin, null)]);

    [Theory]
    [InlineData("taken away")]
    [InlineData("signed out everywhere")]
    [InlineData("reset")]
    public async Task A_lost_phone_rings_no_more_and_she_is_told_by_what_she_has_left(string how)
    {
        await using var house = await OpenAsync();
        var device = await RegisterAsync(house);
        var sms = (FakeChannel)house.Get<ChannelSet>().Of(ContactMethodKind.Sms)!;

        var (removed, unreached) = await AwayAsync(house, how, device);

        Assert.Equal((1, false), (removed, unreached));
        Assert.Empty((await house.Get<TakeDevices>().ReadAsync(Root, "A1", CancellationToken.None)).Value!.Items);
        Assert.DoesNotContain((await AdaAsync(house)).ContactMethods, m => m.Kind == ContactMethodKind.Push);
        Assert.Null(await house.Get<IPushTargets>().FindAsync(DeviceAddress.Of(device), CancellationToken.None));
        Assert.Equal(
            ["OnCall: ROOT took away a device of yours. Pages ring there no more. Let a device that you have ring for you, by the screen Devices that ring."],
            (await house.Get<INoticeStore>().OfPersonAsync((await AdaAsync(house)).Id, Start - Duration.FromDays(1), CancellationToken.None)).Select(n => n.Facts.ToLine()));
        Assert.Empty(sms.Sent);
    }

    [Theory]
    [InlineData("taken away", -12 * 3600, true)]
    [InlineData("taken away", -12 * 3600 - 1, false)]
    [InlineData("signed out everywhere", 0, true)]
    [InlineData("reset", 0, true)]
    public async Task That_nothing_reaches_her_on_her_shift_is_said_and_stops_nobody(string how, int seconds, bool said)
    {
        await using var house = await OpenAsync(sms: false);
        house.Clock.Now = Start + Duration.FromSeconds(seconds);
        var device = await RegisterAsync(house);
        Assert.Equal((1, said), await AwayAsync(house, how, device));
        Assert.Empty((await house.Get<TakeDevices>().ReadAsync(Root, "A1", CancellationToken.None)).Value!.Items);
    }

    [Fact]
    public async Task She_herself_is_told_so_too()
    {
        await using var house = await OpenAsync(sms: false);
        house.Clock.Now = Start;
        var device = await RegisterAsync(house);
        var removed = (await house.Get<RemoveDevice>().RunAsync(await CallerAsync(house), device, CancellationToken.None)).Value!;
        Assert.Equal((1, Start), (removed.Removed, removed.UnreachedOn!.Start));
    }

    [Fact]
    public async Task Signing_out_everywhere_else_herself_leaves_her_devices()
    {
        await using var house = await OpenAsync();
        await RegisterAsync(house);
        Assert.Equal(0, (await house.Get<EndSessions>().AllOwnAsync(await CallerAsync(house), null, CancellationToken.None)).Value!.Devices);
        Assert.Single((await house.Get<TakeDevices>().ReadAsync(Root, "A1", CancellationToken.None)).Value!.Items);
    }

    [Fact]
    public async Task Who_does_not_administer_her_neither_sees_nor_takes_it()
    {
        await using var house = await OpenAsync();
        var device = await RegisterAsync(house);
        Assert.Equal(RefusalKind.Forbidden, (await house.Get<TakeDevices>().ReadAsync(House.Scheduler, "A1", CancellationToken.None)).Refusal!.Kind);
        Assert.Equal(RefusalKind.Forbidden, (await house.Get<TakeDevices>().OneAsync(House.Scheduler, "A1", device, CancellationToken.None)).Refusal!.Kind);
        Assert.Equal("unknown-device", (await house.Get<TakeDevices>().OneAsync(Root, "B2", device, CancellationToken.None)).Refusal!.Type);
        Assert.Single((await house.Get<TakeDevices>().ReadAsync(Root, "A1", CancellationToken.None)).Value!.Items);
    }

    [Fact]
    public async Task Who_is_not_active_has_no_device_and_the_answer_says_so()
    {
        await using var house = await OpenAsync();
        var device = await RegisterAsync(house);
        var put = await house.Get<PutPerson>().RunAsync(Root, new PutPersonRequest("A1", "Ada Okafor", Active: false, ContactMethods: []), CancellationToken.None);
        Assert.DoesNotContain(put.Value!.ContactMethods, m => m.Kind == ContactMethodKind.Push);
        Assert.Empty((await house.Get<TakeDevices>().ReadAsync(Root, "A1", CancellationToken.None)).Value!.Items);
        Assert.Null(await house.Get<IPushTargets>().FindAsync(DeviceAddress.Of(device), CancellationToken.None));
    }

    private static async Task<(int Removed, bool Unreached)> AwayAsync(House house, string how, PushDeviceId device)
    {
        if (how == "signed out everywhere")
        {
            var ended = (await house.Get<EndSessions>().AllOfAsync(Root, "A1", CancellationToken.None)).Value!;
            return (ended.Devices, ended.UnreachedOn is not null);
        }

        var removed = (how == "reset"
            ? await house.Get<ResetSecondFactor>().RunAsync(Root, "A1", CancellationToken.None)
            : await house.Get<TakeDevices>().OneAsync(Root, "A1", device, CancellationToken.None)).Value!;
        return (removed.Removed, removed.UnreachedOn is not null);
    }

    private static async Task<PushDeviceId> RegisterAsync(House house) => new(
        (await house.Get<RegisterDevice>().RunAsync(await CallerAsync(house), new RegisterDeviceRequest("Ada's phone", Token: "a-token-of-the-app"), CancellationToken.None)).Value!.Id);

    private static async Task<Caller> CallerAsync(House house) => new("person:A1", (await AdaAsync(house)).Id, "Ada", [new Grant(Permission.Staff, null)]);

    private static async Task<Person> AdaAsync(House house) => (await house.Get<IDirectoryReads>().FindPersonAsync("A1", CancellationToken.None))!;

    private static async Task<House> OpenAsync(bool sms = true)
    {
        var house = await House.OpenAsync(s => s
            .AddSingleton<IChannel>(new FakeChannel(ContactMethodKind.Push)).AddSingleton<IChannel>(new FakeChannel(ContactMethodKind.Sms))
            .AddSingleton<ISessionCache, NoMemory>().AddSingleton<IKeyCache, NoMemory>()
            .AddSingleton<IWebPush>(new OneService()));
        await house.WardAsync();
        ContactMethod[] methods = sms ? [new ContactMethod(new ContactMethodId(House.Id(9)), ContactMethodKind.Sms, "+447700900001", Verified: true)] : [];
        await house.Get<IPersonStore>().SaveAsync(
            await AdaAsync(house) with { ContactMethods = methods }, [], isNew: false, new AuditEntry(Start, "system", "test", "test", "{}"), CancellationToken.None);
        Assert.True((await house.UploadAsync("Ward 3 – Nurse,A1,2026-10-12 20:00,2026-10-13 08:00,1\n")).Ok);
        return house;
    }

    private sealed class NoMemory : ISessionCache, IKeyCache
    {
        public void Empty()
        {
        }
    }
}
