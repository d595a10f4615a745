using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Notifications;
using OnCall.Application.Readiness;
using OnCall.Application.Tests.Devices;
using OnCall.Application.Tests.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Testing;
using Xunit;

namespace OnCall.Application.Tests.Readiness;

/// <summary>Ada is on the ward from 20:00. Her phone rings by SMS, and by a push once she has let it.</summary>
public sealed class ReadinessStories
{
    private static readonly Instant Start = Instant.FromUtc(2026, 10, 12, 18, 0);
    private static readonly Instant End = Instant.FromUtc(2026, 10, 13, 6, 0);

    [Fact]
    public async Task From_twelve_hours_ahead_until_its_end_she_is_told_what_has_not_answered()
    {
        await using var house = await OpenAsync();
        house.Clock.Now = Start - Duration.FromHours(12) - Duration.FromSeconds(1);
        Assert.Equal((null, true, 0), Told(await ReadAsync(house)));

        house.Clock.Now += Duration.FromSeconds(1);
        var told = await ReadAsync(house);
        Assert.Equal((Start, false, 1), Told(told));
        Assert.Equal((ContactMethodKind.Sms, "+447700900001", null, false), Of(told.Methods[0]));

        house.Clock.Now = End - Duration.FromSeconds(1);
        Assert.Equal((Start, false, 1), Told(await ReadAsync(house)));
        house.Clock.Now = End;
        Assert.Equal((null, true, 0), Told(await ReadAsync(house)));
    }

    [Fact]
    public async Task What_has_worked_is_believed_for_seven_days()
    {
        await using var house = await OpenAsync();
        house.Clock.Now = Start - Duration.FromHours(1);
        await TestSmsAsync(house, house.Clock.Now - ReadinessRules.Fresh + Duration.FromSeconds(1));
        Assert.True((await ReadAsync(house)).Ready);
        Assert.Equal(MethodProof.Taken, Assert.Single((await ReadAsync(house)).Methods).Proof);

        house.Clock.Now += Duration.FromSeconds(1);
        Assert.False((await ReadAsync(house)).Ready);
        Assert.Equal(MethodProof.None, Assert.Single((await ReadAsync(house)).Methods).Proof);
    }

    [Fact]
    public async Task What_has_failed_since_is_not_ready_though_it_worked_this_week()
    {
        await using var house = await OpenAsync();
        await TestSmsAsync(house, house.Clock.GetCurrentInstant());
        Assert.True((await ReadAsync(house)).Ready);

        house.Clock.Advance(Duration.FromMinutes(1));
        await TestSmsAsync(house, house.Clock.GetCurrentInstant(), DeliveryStatus.FailedForGood);
        Assert.False((await ReadAsync(house)).Ready);
    }

    [Fact]
    public async Task What_a_provider_took_is_not_told_to_have_arrived_nor_what_arrived_to_have_been_answered()
    {
        await using var house = await OpenAsync();
        house.Clock.Now = Start;
        await TestSmsAsync(house, Start, DeliveryStatus.Accepted);
        Assert.Equal(MethodProof.Taken, Assert.Single((await ReadAsync(house)).Methods).Proof);
        await TestSmsAsync(house, Start, DeliveryStatus.Delivered);
        Assert.Equal(MethodProof.Reached, Assert.Single((await ReadAsync(house)).Methods).Proof);
    }

    [Fact]
    public async Task A_device_has_to_have_answered_a_test_and_not_only_to_have_been_sent_one()
    {
        await using var house = await OpenAsync();
        house.Clock.Now = Start;
        await TestSmsAsync(house, Start);
        var ada = await AdaAsync(house);
        var device = (await house.Get<RegisterDevice>().RunAsync(ada, new RegisterDeviceRequest("Ada's phone", Token: "a-token-of-the-app"), CancellationToken.None)).Value!.Id;
        Assert.True((await ReadAsync(house)).Ready, "It counts for nothing yet, and takes nothing away.");

        await house.Get<TestDevice>().RunAsync(ada, new PushDeviceId(device), CancellationToken.None);
        var push = (FakeChannel)house.Get<ChannelSet>().Of(ContactMethodKind.Push)!;
        await house.Get<ConfirmDevice>().RunAsync(ada, new PushDeviceId(device), new ConfirmDeviceRequest(((DeviceTestText)push.Sent[^1].Text).Token), CancellationToken.None);
        Assert.True((await ReadAsync(house)).Ready);

        // A week later it takes pushes still, and has answered none.
        await ShiftAsync(house, "2026-10-19 20:00", "2026-10-20 08:00");
        house.Clock.Now = Start + Duration.FromDays(7);
        await TestSmsAsync(house, house.Clock.Now);
        await house.Get<IPushDevices>().NoteAsync(DeviceAddress.Of(new PushDeviceId(device)), true, "taken", house.Clock.Now, CancellationToken.None);
        var told = await ReadAsync(house);
        Assert.False(told.Ready);
        Assert.Equal((ContactMethodKind.Push, "Ada's phone", Start, false), Of(Assert.Single(told.Methods, m => !m.Works)));
    }

    [Fact]
    public async Task Whom_nothing_reaches_is_told_so_and_whoever_is_off_is_asked_for_nothing()
    {
        await using var house = await OpenAsync();
        house.Clock.Now = Start;
        Assert.True((await ReadAsync(house, "B2")).Ready);
        await ShiftAsync(house, "2026-10-12 20:00", "2026-10-13 08:00", person: "B2");
        Assert.Equal((Start, false, 0), Told(await ReadAsync(house, "B2")));
        Assert.Equal(RefusalKind.Forbidden, (await house.Get<ReadReadiness>().RunAsync(House.Staff, CancellationToken.None)).Refusal!.Kind);
    }

    private static (Instant? Start, bool Ready, int Methods) Told(ReadinessView view) => (view.Shift?.Start, view.Ready, view.Methods.Count);

    private static (ContactMethodKind, string, Instant?, bool) Of(MethodReadiness method) => (method.Kind, method.Name, method.LastWorkedAt, method.Works);

    private static async Task<ReadinessView> ReadAsync(House house, string number = "A1") =>
        (await house.Get<ReadReadiness>().RunAsync(await AdaAsync(house, number), CancellationToken.None)).Value!;

    private static async Task<Caller> AdaAsync(House house, string number = "A1")
    {
        var person = (await house.Get<IDirectoryReads>().FindPersonAsync(number, CancellationToken.None))!;
        return new Caller("person:" + number, person.Id, person.Name, [new Grant(Permission.Staff, null)]);
    }

    private static async Task TestSmsAsync(House house, Instant at, DeliveryStatus status = DeliveryStatus.Accepted)
    {
        var ada = (await house.Get<IDirectoryReads>().FindPersonAsync("A1", CancellationToken.None))!;
        var sms = ada.ContactMethods.Single(m => m.Kind == ContactMethodKind.Sms);
        await house.Get<IOwnContacts>().CountSendAsync(ada.Id, sms.Id, null, 100, at, at, Audit(at), CancellationToken.None);
        await house.Get<IOwnContacts>().NoteTestAsync(ada.Id, sms.Id, new ContactTest(at, status, "queued"), CancellationToken.None);
    }

    private static async Task ShiftAsync(House house, string from, string to, string person = "A1") =>
        Assert.True((await house.UploadAsync($"Ward 3 – Nurse,{person},{from},{to},1\n")).Ok);

    private static async Task<House> OpenAsync()
    {
        var house = await House.OpenAsync(s => s
            .AddSingleton<IChannel>(new FakeChannel(ContactMethodKind.Push)).AddSingleton<IChannel>(new FakeChannel(ContactMethodKind.Sms))
            .AddSingleton<IWebPush>(new OneService()));
        await house.WardAsync();
        var ada = (await house.Get<IDirectoryReads>().FindPersonAsync("A1", CancellationToken.None))!;
        await house.Get<IPersonStore>().SaveAsync(
            ada with { ContactMethods = [new ContactMethod(new ContactMethodId(House.Id(9)), ContactMethodKind.Sms, "+447700900001", Verified: true)] }, [], isNew: false, Audit(Start), CancellationToken.None);
        await ShiftAsync(house, "2026-10-12 20:00", "2026-10-13 08:00");
        return house;
    }

    private static AuditEntry Audit(Instant at) => new(at, "system", "test", "test", "{}");
}
