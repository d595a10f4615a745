using Dapper;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Notifications;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Notifications;

public abstract class LostAddressContract
{
    private static readonly Instant Now = PageDraft.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_dead_device_is_removed_from_its_person_and_the_trail_and_the_audit_say_so()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var eve = await outbox.Paging.Hospital.AddPersonAsync("N2", Methods(outbox, ContactMethodKind.Push, ContactMethodKind.Sms));
        var page = await PageAsync(outbox, eve, eve.ContactMethods[0]);
        var stamp = await outbox.Paging.Hospital.Rosters.StampAsync(CancellationToken.None);

        await AnswerAsync(outbox, ContactMethodKind.Push, Dead);

        Assert.Equal([ContactMethodKind.Sms], (await MethodsAsync(outbox, eve)).Select(m => m.Kind));
        var line = Assert.Single(await TrailAsync(outbox, page), e => e.Kind == PageEventKind.ContactMethodRemoved);
        Assert.Equal((eve.Id, eve.Name, ContactMethodKind.Push), (line.Person, line.Who, line.Channel));
        Assert.DoesNotContain(eve.ContactMethods[0].Address, line.Detail, StringComparison.Ordinal);
        var entry = Assert.Single(await AuditAsync(outbox, "contact-method.removed"));
        Assert.Equal("person:N2", entry.Subject);
        Assert.DoesNotContain(eve.ContactMethods[0].Address, entry.Detail, StringComparison.Ordinal);
        Assert.Empty(await AuditAsync(outbox, "person.unreachable"));
        Assert.DoesNotContain(await TrailAsync(outbox, page), e => e.Kind == PageEventKind.Unreachable);
        Assert.True(await outbox.Paging.Hospital.Rosters.StampAsync(CancellationToken.None) > stamp);
    }

    [Fact]
    public async Task Whoever_loses_the_last_verified_method_is_flagged()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var unproven = outbox.Paging.Hospital.Method(ContactMethodKind.Sms, verified: false);
        var inbox = outbox.Paging.Hospital.Method(ContactMethodKind.InApp);
        var eve = await outbox.Paging.Hospital.AddPersonAsync("N2", outbox.Paging.Hospital.Method(ContactMethodKind.Push), unproven, inbox);
        var page = await PageAsync(outbox, eve, eve.ContactMethods[0]);

        await AnswerAsync(outbox, ContactMethodKind.Push, Dead);

        var line = (await TrailAsync(outbox, page))[^1];
        Assert.Equal((PageEventKind.Unreachable, eve.Id), (line.Kind, line.Person));
        Assert.Equal("person:N2", Assert.Single(await AuditAsync(outbox, "person.unreachable")).Subject);
    }

    [Fact]
    public async Task A_method_that_has_got_another_address_meanwhile_is_left_alone()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var method = outbox.Person.ContactMethods[0];
        var page = await PageAsync(outbox, outbox.Person, method with { Address = "an-older-device" });

        await AnswerAsync(outbox, ContactMethodKind.Push, Dead);

        Assert.Equal([method], await MethodsAsync(outbox, outbox.Person));
        Assert.DoesNotContain(await TrailAsync(outbox, page), e => e.Kind == PageEventKind.ContactMethodRemoved);
    }

    [Fact]
    public async Task A_roles_own_dead_device_is_removed_from_the_role()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var bleep = outbox.Paging.Hospital.Method(ContactMethodKind.Push);
        await outbox.Paging.Hospital.AddRoleAsync("ward/bleep", methods: [bleep]);
        var page = await outbox.PageAsync(outbox.Paging.Draft.AskDevice(bleep));

        await AnswerAsync(outbox, ContactMethodKind.Push, Dead);

        Assert.Empty((await outbox.Paging.Hospital.Directory.FindRoleAsync("ward/bleep", CancellationToken.None))!.ContactMethods);
        Assert.Contains(await TrailAsync(outbox, page), e => e.Kind == PageEventKind.ContactMethodRemoved && e.Person is null);
        Assert.Equal("role:ward/bleep", Assert.Single(await AuditAsync(outbox, "contact-method.removed")).Subject);
    }

    [Fact]
    public async Task A_number_that_opted_out_stays_and_does_not_count_until_it_opts_in()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var eve = await outbox.Paging.Hospital.AddPersonAsync("N2", Methods(outbox, ContactMethodKind.Sms));
        var page = await PageAsync(outbox, eve, eve.ContactMethods[0]);

        await AnswerAsync(outbox, ContactMethodKind.Sms, OptedOut);

        Assert.Equal((true, true, false), Standing(await MethodsAsync(outbox, eve)));
        Assert.Equal("person:N2", Assert.Single(await AuditAsync(outbox, "contact-method.opted-out")).Subject);
        Assert.Equal(PageEventKind.Unreachable, (await TrailAsync(outbox, page))[^1].Kind);

        var optOuts = new OptOutStore(outbox.Paging.Database);
        Assert.True(await optOuts.OptInAsync(ContactMethodKind.Sms, eve.ContactMethods[0].Address, Now, CancellationToken.None));
        Assert.False(await optOuts.OptInAsync(ContactMethodKind.Sms, eve.ContactMethods[0].Address, Now, CancellationToken.None));
        Assert.Equal((true, false, true), Standing(await MethodsAsync(outbox, eve)));
        Assert.Single(await AuditAsync(outbox, "contact-method.opted-in"));
    }

    [Fact]
    public async Task Opting_out_twice_is_once_and_a_strangers_number_is_not_kept()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var eve = await outbox.Paging.Hospital.AddPersonAsync("N2", Methods(outbox, ContactMethodKind.Sms));
        var optOuts = new OptOutStore(outbox.Paging.Database);

        Assert.True(await optOuts.OptOutAsync(ContactMethodKind.Sms, eve.ContactMethods[0].Address, Now, CancellationToken.None));
        Assert.False(await optOuts.OptOutAsync(ContactMethodKind.Sms, eve.ContactMethods[0].Address, Now, CancellationToken.None));
        Assert.False(await optOuts.OptOutAsync(ContactMethodKind.Sms, "+15559999", Now, CancellationToken.None));

        Assert.Equal(1, await outbox.Paging.CountAsync("contact_opt_out"));
    }

    [Fact]
    public async Task A_receipt_may_tell_of_an_opt_out_and_a_delivery_of_the_end_of_one()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var eve = await outbox.Paging.Hospital.AddPersonAsync("N2", Methods(outbox, ContactMethodKind.Sms));
        await PageAsync(outbox, eve, eve.ContactMethods[0]);
        await AnswerAsync(outbox, ContactMethodKind.Sms, new DeliveryAnswer(DeliveryStatus.Accepted, "SM1", "Accepted."));

        await ReceiveAsync(outbox, new DeliveryReceipt(ContactMethodKind.Sms, "SM1", DeliveryStatus.FailedForGood, "Opted out.") { OptedOut = true });
        Assert.Equal((true, true, false), Standing(await MethodsAsync(outbox, eve)));

        await PageAsync(outbox, eve, eve.ContactMethods[0]);
        await AnswerAsync(outbox, ContactMethodKind.Sms, new DeliveryAnswer(DeliveryStatus.Accepted, "SM2", "Accepted."));
        await ReceiveAsync(outbox, new DeliveryReceipt(ContactMethodKind.Sms, "SM2", DeliveryStatus.Delivered, "Delivered."));
        Assert.Equal((true, false, true), Standing(await MethodsAsync(outbox, eve)));
    }

    private static DeliveryAnswer Dead => new(DeliveryStatus.FailedForGood, null, "Gone.", AddressIsDead: true);

    private static DeliveryAnswer OptedOut => new(DeliveryStatus.FailedForGood, null, "Opted out.") { OptedOut = true };

    private static ContactMethod[] Methods(OutboxBench outbox, params ContactMethodKind[] kinds) => [.. kinds.Select(k => outbox.Paging.Hospital.Method(k))];

    private static (bool Verified, bool OptedOut, bool Counts) Standing(IReadOnlyList<ContactMethod> methods) =>
        (methods[0].Verified, methods[0].OptedOut, methods[0].Counts);

    private static Task<PageRecord> PageAsync(OutboxBench outbox, Person person, ContactMethod method) =>
        outbox.PageAsync(outbox.Paging.Draft.Ask(person, method));

    private static async Task AnswerAsync(OutboxBench outbox, ContactMethodKind kind, DeliveryAnswer answer)
    {
        var claimed = Assert.Single(await outbox.ClaimAsync(kind, "a"));
        Assert.True(await outbox.Store.RecordAsync(new NotificationResult(claimed, "a", answer, Now, null), CancellationToken.None));
    }

    private static async Task ReceiveAsync(OutboxBench outbox, DeliveryReceipt receipt)
    {
        var sent = await outbox.Store.FindAsync(receipt, CancellationToken.None);
        Assert.NotNull(sent);
        Assert.True(await outbox.Store.RecordReceiptAsync(sent, receipt, Now, CancellationToken.None));
    }

    private static async Task<IReadOnlyList<ContactMethod>> MethodsAsync(OutboxBench outbox, Person person) =>
        (await outbox.Paging.Hospital.Directory.PeopleAsync([person.Id], CancellationToken.None))[0].ContactMethods;

    private static Task<IReadOnlyList<PageEvent>> TrailAsync(OutboxBench outbox, PageRecord page) =>
        outbox.Paging.Pages.EventsAsync(page.Page.Id, CancellationToken.None);

    private static async Task<List<(string Subject, string Detail)>> AuditAsync(OutboxBench outbox, string action) =>
        [.. await outbox.Paging.Database.ReadAsync(
            connection => connection.QueryAsync<(string, string)>("select subject, detail from audit_entry where action = @action", new { action }),
            CancellationToken.None)];
}

public sealed class LostAddressOnSqlite : LostAddressContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class LostAddressOnSqlServer : LostAddressContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
