using Dapper;
using NodaTime;
using OnCall.Application.Devices;
using OnCall.Application.Directory;
using OnCall.Application.Notices;
using OnCall.Data.Devices;
using OnCall.Data.Notices;
using OnCall.Data.Tests.Directory;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Devices;

public abstract class PushDeviceStoreContract
{
    private static readonly Instant Now = DirectoryData.Now;
    private static readonly PushTarget Browser = new(PushDeviceKind.Web, null, new WebSubscription("https://push.example/secret-way", "point", "secret"), 1);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task What_pushes_to_a_device_comes_back_and_is_not_read_in_the_database()
    {
        var test = await OpenAsync();
        await using var data = await DirectoryData.OnAsync(Task.FromResult(test));
        var store = new PushDeviceStore(test.Database);
        var ann = await data.PersonAsync("N001");
        var (web, app) = (await AddAsync(data, store, ann, "a", Browser), await AddAsync(data, store, ann, "b", new PushTarget(PushDeviceKind.Fcm, "secret-token", null, 0), later: 1));

        Assert.Equal([web, app], await store.OfAsync(ann.Id, CancellationToken.None));
        Assert.Equal(Browser, await ((IPushTargets)store).FindAsync(web.Address, CancellationToken.None));
        Assert.Equal("secret-token", (await ((IPushTargets)store).FindAsync(app.Address, CancellationToken.None))!.Token);
        Assert.Null(await ((IPushTargets)store).FindAsync("device:none", CancellationToken.None));
        var kept = await test.Database.ReadAsync(async c => (await c.QueryAsync<string>("select target from push_device")).ToList(), CancellationToken.None);
        Assert.All(kept, k => Assert.DoesNotContain("secret", k, StringComparison.Ordinal));
        Assert.Equal(2, await data.AuditCountAsync("device.add"));
    }

    [Fact]
    public async Task A_device_changes_hands_as_a_whole()
    {
        var test = await OpenAsync();
        await using var data = await DirectoryData.OnAsync(Task.FromResult(test));
        var store = new PushDeviceStore(test.Database);
        var (ann, bob) = (await data.PersonAsync("N001"), await data.PersonAsync("N002"));
        await AddAsync(data, store, ann, "a", Browser);
        var bobs = await AddAsync(data, store, bob, "a", Browser, later: 1);

        Assert.Empty(await store.OfAsync(ann.Id, CancellationToken.None));
        Assert.Equal(bobs, await store.FindAsync(Hash("a"), CancellationToken.None));
        Assert.Empty((await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.ContactMethods);
        Assert.Equal(bobs.Address, Assert.Single((await data.Reads.FindPersonAsync("N002", CancellationToken.None))!.ContactMethods).Address);
        Assert.Equal((2, 1), (await data.AuditCountAsync("device.add"), await data.AuditCountAsync("device.remove")));
    }

    [Fact]
    public async Task Of_two_who_register_the_same_at_once_one_device_is_left()
    {
        var test = await OpenAsync();
        await using var data = await DirectoryData.OnAsync(Task.FromResult(test));
        var store = new PushDeviceStore(test.Database);
        var (ann, bob) = (await data.PersonAsync("N001"), await data.PersonAsync("N002"));
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => store.AddAsync(
            Device(data, i % 2 == 0 ? ann : bob, 0, Browser), new ContactMethodId(data.NewId()), Browser, Hash("a"), DirectoryData.Audit("device.add"), [], CancellationToken.None)));

        var left = await store.FindAsync(Hash("a"), CancellationToken.None);
        Assert.Equal([left!], [.. await store.OfAsync(ann.Id, CancellationToken.None), .. await store.OfAsync(bob.Id, CancellationToken.None)]);
        Assert.Equal([left!.Address], new[] { "N001", "N002" }.SelectMany(n => data.Reads.FindPersonAsync(n, CancellationToken.None).Result!.ContactMethods.Select(m => m.Address)));
    }

    [Fact]
    public async Task A_test_verifies_its_own_device_once_and_in_its_time()
    {
        var test = await OpenAsync();
        await using var data = await DirectoryData.OnAsync(Task.FromResult(test));
        var store = new PushDeviceStore(test.Database);
        var (ann, bob) = (await data.PersonAsync("N001"), await data.PersonAsync("N002"));
        var device = await AddAsync(data, store, ann, "a", Browser);
        var until = Now + Duration.FromMinutes(10);
        Assert.False(await BeginAsync(bob, "x"));
        Assert.True(await BeginAsync(ann, "old"));
        Assert.True(await BeginAsync(ann, "x"));
        var stamp = await data.StampAsync();

        Assert.False(await ConfirmAsync(bob, "x", Now));
        Assert.False(await ConfirmAsync(ann, "old", Now));
        Assert.False(await ConfirmAsync(ann, "x", until));
        Assert.Equal((stamp, 0), (await data.StampAsync(), await data.AuditCountAsync("device.confirm")));

        Assert.True(await ConfirmAsync(ann, "x", Now + Duration.FromMinutes(1)));
        Assert.False(await ConfirmAsync(ann, "x", Now + Duration.FromMinutes(1)));
        Assert.Equal([device with { Verified = true, ConfirmedAt = Now + Duration.FromMinutes(1) }], await store.OfAsync(ann.Id, CancellationToken.None));
        Assert.Equal((stamp + 1, 1), (await data.StampAsync(), await data.AuditCountAsync("device.confirm")));

        Task<bool> BeginAsync(Person who, string token) => store.BeginTestAsync(who.Id, device.Id, Hash(token), until, DirectoryData.Audit("device.test"), CancellationToken.None);
        Task<bool> ConfirmAsync(Person who, string token, Instant at) => store.ConfirmAsync(who.Id, device.Id, Hash(token), at, DirectoryData.Audit("device.confirm"), CancellationToken.None);
    }

    [Fact]
    public async Task What_came_of_pushes_is_noted_and_never_goes_back()
    {
        var test = await OpenAsync();
        await using var data = await DirectoryData.OnAsync(Task.FromResult(test));
        var store = new PushDeviceStore(test.Database);
        var device = await AddAsync(data, store, await data.PersonAsync("N001"), "a", Browser);
        await NoteAsync(accepted: true, minute: 5);
        await NoteAsync(accepted: true, minute: 4);
        await NoteAsync(accepted: false, minute: 3, new string('x', 500));
        await NoteAsync(accepted: false, minute: 2, "earlier");
        await store.NoteAsync("+15550001", true, "", Now, CancellationToken.None);

        Assert.Equal(
            device with { AcceptedAt = Now + Duration.FromMinutes(5), FailedAt = Now + Duration.FromMinutes(3), Failure = new string('x', 400) },
            Assert.Single(await store.OfAsync(device.Person, CancellationToken.None)));

        Task NoteAsync(bool accepted, int minute, string detail = "") => store.NoteAsync(device.Address, accepted, detail, Now + Duration.FromMinutes(minute), CancellationToken.None);
    }

    [Fact]
    public async Task Only_its_owner_removes_it_and_its_contact_method_goes_with_it()
    {
        var test = await OpenAsync();
        await using var data = await DirectoryData.OnAsync(Task.FromResult(test));
        var store = new PushDeviceStore(test.Database);
        var sms = data.Method(ContactMethodKind.Sms, "+447700900001");
        var (ann, bob) = (await data.PersonAsync("N001", methods: [sms]), await data.PersonAsync("N002"));
        var device = await AddAsync(data, store, ann, "a", Browser);
        Assert.Equal([sms.Address, device.Address], (await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.ContactMethods.Select(m => m.Address));

        Assert.False(await store.RemoveAsync(bob.Id, device.Id, DirectoryData.Audit("device.remove"), CancellationToken.None));
        Assert.True(await store.RemoveAsync(ann.Id, device.Id, DirectoryData.Audit("device.remove"), CancellationToken.None));
        Assert.False(await store.RemoveAsync(ann.Id, device.Id, DirectoryData.Audit("device.remove"), CancellationToken.None));
        Assert.Equal([sms], (await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.ContactMethods);
        Assert.Equal(1, await data.AuditCountAsync("device.remove"));
    }

    [Fact]
    public async Task An_administrator_takes_one_or_all_and_their_person_is_told_once()
    {
        var test = await OpenAsync();
        await using var data = await DirectoryData.OnAsync(Task.FromResult(test));
        var store = new PushDeviceStore(test.Database);
        var (ann, bob) = (await data.PersonAsync("N001"), await data.PersonAsync("N002"));
        var (first, bobs) = (await AddAsync(data, store, ann, "a", Browser), await AddAsync(data, store, bob, "b", Browser));
        PushDevice[] rest = [await AddAsync(data, store, ann, "c", Browser, later: 1), await AddAsync(data, store, ann, "d", Browser, later: 2)];

        Assert.Empty(await TakeAsync(bob, first.Id));
        Assert.Equal((0, 0), (await data.AuditCountAsync("device.remove"), await NoticesAsync(ann) + await NoticesAsync(bob)));
        Assert.Equal([first], await TakeAsync(ann, first.Id));
        Assert.Equal(rest, await TakeAsync(ann, null));
        Assert.Equal((3, 2), (await data.AuditCountAsync("device.remove"), await NoticesAsync(ann)));
        Assert.Empty((await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.ContactMethods);
        Assert.Equal([bobs], await store.OfAsync(bob.Id, CancellationToken.None));

        Task<IReadOnlyList<PushDevice>> TakeAsync(Person who, PushDeviceId? only) => store.TakeAsync(who.Id, only, _ => DirectoryData.Audit("device.remove"), gone => Told(data, who, gone), CancellationToken.None);
        async Task<int> NoticesAsync(Person who) => (await new NoticeStore(test.Database).OfPersonAsync(who.Id, Now - Duration.FromDays(1), CancellationToken.None)).Count;
    }

    [Fact]
    public async Task Who_leaves_has_no_device_and_none_when_they_come_back()
    {
        var test = await OpenAsync();
        await using var data = await DirectoryData.OnAsync(Task.FromResult(test));
        var store = new PushDeviceStore(test.Database);
        var ann = await data.PersonAsync("N001");
        var device = await AddAsync(data, store, ann, "a", Browser);
        await data.People.SaveAsync(ann with { Active = false }, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        await data.People.SaveAsync(ann, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        Assert.Empty(await store.OfAsync(ann.Id, CancellationToken.None));
        Assert.Null(await ((IPushTargets)store).FindAsync(device.Address, CancellationToken.None));
        Assert.Empty((await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.ContactMethods);
        Assert.Equal(1, await data.AuditCountAsync("device.remove"));
    }

    private static NewNotice Told(DirectoryData data, Person who, IReadOnlyList<PushDevice> gone) => new(
        new NoticeId(data.NewId()), who.Id, $"device-gone:{gone[0].Id}", new DeviceGoneFacts(DeviceGone.TakenAway, gone.Count, "N009"), NoticeUrgency.Quiet, Now, Now + Duration.FromDays(7), []);

    private static string Hash(string of) => of.PadLeft(64, '0');

    private static PushDevice Device(DirectoryData data, Person person, int later, PushTarget target) =>
        new(new PushDeviceId(data.NewId()), person.Id, target.Kind, "Phone", false, Now + Duration.FromSeconds(later), null, null, null, null);

    private static async Task<PushDevice> AddAsync(DirectoryData data, PushDeviceStore store, Person person, string hash, PushTarget target, int later = 0)
    {
        var device = Device(data, person, later, target);
        var had = await store.FindAsync(Hash(hash), CancellationToken.None);
        Assert.Equal(SaveResult.Saved, await store.AddAsync(
            device, new ContactMethodId(data.NewId()), target, Hash(hash), DirectoryData.Audit("device.add"),
            had is null ? [] : [new FormerDevice(had, DirectoryData.Audit("device.remove"), null)], CancellationToken.None));
        return device;
    }
}

public sealed class PushDeviceStoreOnSqlite : PushDeviceStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PushDeviceStoreOnSqlServer : PushDeviceStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
