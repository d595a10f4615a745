using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Contacts;
using OnCall.Application.Notifications;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Directory;

public abstract class OwnContactStoreContract
{
    private static readonly Instant Now = DirectoryData.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task What_has_changed_meanwhile_is_not_overwritten()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var (sms, mail) = (data.Method(ContactMethodKind.Sms, "+447700900001", verified: true), data.Method(ContactMethodKind.Mail, "ann@hospital.example"));
        var ann = await data.PersonAsync("N001", methods: [sms]);
        var stamp = await data.StampAsync();
        Assert.Equal(SaveResult.Saved, await ChangeAsync(data, ann, [sms], [mail, sms]));
        Assert.Equal((stamp + 1, 1), (await data.StampAsync(), await data.AuditCountAsync("contact-method.add")));

        foreach (var seen in new IReadOnlyList<ContactMethod>[] { [sms], [sms, mail], [mail, sms with { Verified = false }], [] })
        {
            Assert.Equal(SaveResult.Raced, await ChangeAsync(data, ann, seen, []));
        }

        Assert.Equal([mail, sms], (await data.Reads.FindPersonAsync("N001", CancellationToken.None))!.ContactMethods);
        Assert.Equal((stamp + 1, 1), (await data.StampAsync(), await data.AuditCountAsync("contact-method.add")));
    }

    [Fact]
    public async Task A_code_is_tried_so_often_used_once_and_gone_after_its_time()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var sms = data.Method(ContactMethodKind.Sms, "+447700900001");
        var ann = await data.PersonAsync("N001", methods: [sms]);
        var code = new IssuedCode("salt", new string('a', 64), Now + Duration.FromMinutes(10));
        Assert.True(await SendAsync(data, ann, sms, code, Now));
        Assert.True(await data.OwnContacts.TakeTryAsync(sms.Id, code.Hash, 2, Now, CancellationToken.None));
        Assert.False(await data.OwnContacts.TakeTryAsync(sms.Id, code.Hash, 2, code.Until, CancellationToken.None));
        Assert.False(await data.OwnContacts.TakeTryAsync(sms.Id, new string('b', 64), 2, Now, CancellationToken.None));
        Assert.True(await data.OwnContacts.TakeTryAsync(sms.Id, code.Hash, 2, Now, CancellationToken.None));
        Assert.False(await data.OwnContacts.TakeTryAsync(sms.Id, code.Hash, 2, Now, CancellationToken.None));

        // A new one begins at no tries; the one before verifies nothing any more.
        var next = new IssuedCode("salt2", new string('c', 64), Now + Duration.FromMinutes(10));
        Assert.True(await SendAsync(data, ann, sms, next, Now));
        Assert.True(await data.OwnContacts.TakeTryAsync(sms.Id, next.Hash, 2, Now, CancellationToken.None));
        var verified = sms with { Verified = true };
        Assert.Equal(SaveResult.Raced, await ChangeAsync(data, ann, [sms], [verified], new UsedCode(sms.Id, code.Hash, Now)));
        Assert.Equal(SaveResult.Saved, await ChangeAsync(data, ann, [sms], [verified], new UsedCode(sms.Id, next.Hash, Now)));
        Assert.Equal(SaveResult.Raced, await ChangeAsync(data, ann, [verified], [verified], new UsedCode(sms.Id, next.Hash, Now)));
        Assert.Equal(new ContactRecord(null, null, Now, null) { ReachedAt = Now }, (await data.OwnContacts.RecordsAsync(ann.Id, [sms], CancellationToken.None))[sms.Id]);
    }

    [Fact]
    public async Task So_many_are_sent_within_an_hour_and_the_next_when_it_is_over()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var sms = data.Method(ContactMethodKind.Sms, "+447700900001");
        var (ann, bob) = (await data.PersonAsync("N001", methods: [sms]), await data.PersonAsync("N002"));
        var sent = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(data, ann, sms, null, Now)));
        Assert.Equal((3, 3), (sent.Count(s => s), await data.AuditCountAsync("contact-method.test")));
        Assert.False(await SendAsync(data, ann, sms, null, Now + Duration.FromMinutes(59)));
        Assert.True(await SendAsync(data, ann, sms, null, Now + Duration.FromHours(1)));
        Assert.True(await SendAsync(data, bob, sms, null, Now));
    }

    [Fact]
    public async Task A_test_is_kept_as_long_as_its_contact_method_and_through_an_administrators_change()
    {
        await using var data = await DirectoryData.OnAsync(OpenAsync());
        var sms = data.Method(ContactMethodKind.Sms, "+447700900001");
        var ann = await data.PersonAsync("N001", methods: [sms]);
        var failed = new ContactTest(Now, DeliveryStatus.FailedForGood, "SMS: no such number");
        await data.OwnContacts.NoteTestAsync(ann.Id, sms.Id, failed, CancellationToken.None);
        Assert.Equal(new ContactRecord(null, failed, null, Now), await RecordAsync());

        var worked = new ContactTest(Now + Duration.FromMinutes(1), DeliveryStatus.Accepted, "SMS: queued");
        await data.OwnContacts.NoteTestAsync(ann.Id, sms.Id, worked, CancellationToken.None);
        await data.People.SaveAsync(ann with { Name = "Ann Other" }, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        Assert.Equal(new ContactRecord(null, worked, worked.At, null), await RecordAsync());

        var arrived = worked with { At = worked.At + Duration.FromMinutes(1), Status = DeliveryStatus.Delivered };
        await data.OwnContacts.NoteTestAsync(ann.Id, sms.Id, arrived, CancellationToken.None);
        Assert.Equal(new ContactRecord(null, arrived, arrived.At, null) { ReachedAt = arrived.At }, await RecordAsync());

        await data.People.SaveAsync(ann with { ContactMethods = [] }, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        await data.People.SaveAsync(ann, [], isNew: false, DirectoryData.Audit("person.put"), CancellationToken.None);
        Assert.Null(await RecordAsync());

        async Task<ContactRecord?> RecordAsync() => (await data.OwnContacts.RecordsAsync(ann.Id, [sms], CancellationToken.None)).GetValueOrDefault(sms.Id);
    }

    private static Task<SaveResult> ChangeAsync(
        DirectoryData data, Person person, IReadOnlyList<ContactMethod> before, IReadOnlyList<ContactMethod> after, UsedCode? used = null) =>
        data.OwnContacts.ChangeAsync(person.Id, before, after, DirectoryData.Audit("contact-method.add"), null, used, CancellationToken.None);

    private static Task<bool> SendAsync(DirectoryData data, Person person, ContactMethod method, IssuedCode? code, Instant now) =>
        data.OwnContacts.CountSendAsync(person.Id, method.Id, code, 3, now - Duration.FromHours(1), now, DirectoryData.Audit("contact-method.test"), CancellationToken.None);
}

public sealed class OwnContactStoreOnSqlite : OwnContactStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class OwnContactStoreOnSqlServer : OwnContactStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
