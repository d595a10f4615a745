using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Directory;
using OnCall.Domain.Escalation;
using OnCall.Domain.Notifications;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Notifications;

public abstract class ToldContract
{
    private static readonly Instant Now = PageDraft.Now;
    private static readonly Instant Lease = Now + Duration.FromSeconds(10);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Whoever_was_rung_is_told_by_the_same_methods_and_so_is_the_roles_own_device()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var bleep = outbox.Paging.Hospital.Method(ContactMethodKind.Snpp);
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Ask(ContactMethodKind.Snpp, Now + Duration.FromMinutes(1)), outbox.Paging.Draft.AskDevice(bleep));
        foreach (var kind in new[] { ContactMethodKind.Sms, ContactMethodKind.Snpp })
        {
            Assert.True(await outbox.RecordAsync(Assert.Single(await outbox.ClaimAsync(kind, "a")), "a", DeliveryStatus.Accepted, $"{kind}"));
        }

        var taken = await outbox.Paging.Draft.ChangeAsync(page.Escalation with { Phase = EscalationPhase.Acknowledged }) with
        {
            Silenced = [null],
            Told = [new Effect.Tell(outbox.Person.Id, NotificationPurpose.Taken)],
        };
        Assert.True(await outbox.Paging.SaveAsync(taken));

        Assert.Equal(NotificationPurpose.Taken, Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a")).Text.Purpose);
        var device = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Snpp, "a"));
        Assert.Equal((bleep.Address, NotificationPurpose.Taken), (device.Address, device.Text.Purpose));
    }

    [Fact]
    public async Task Of_pages_that_are_written_together_each_tells_its_own_people_alone()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var other = await outbox.Paging.Hospital.AddPersonAsync("N2", outbox.Paging.Hospital.Method(ContactMethodKind.Push));
        var bleep = outbox.Paging.Hospital.Method(ContactMethodKind.Sms);
        var passed = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Paging.Draft.AskDevice(bleep));
        var taken = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms), outbox.Paging.Draft.Ask(other, outbox.Paging.Hospital.Method(ContactMethodKind.Sms)));
        var stepped = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        var rung = await outbox.ClaimAsync(ContactMethodKind.Sms, "a");
        foreach (var claimed in rung)
        {
            Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.Accepted, $"{claimed.Id}"));
        }

        var lost = await outbox.Paging.Pages.SaveAsync(
            [
                await outbox.Paging.Draft.ChangeAsync(passed.Escalation) with { Told = [new Effect.Tell(outbox.Person.Id, NotificationPurpose.HandedOver)] },
                await outbox.Paging.Draft.ChangeAsync(taken.Escalation with { Phase = EscalationPhase.Acknowledged }) with { Silenced = [null], Told = [new Effect.Tell(other.Id, NotificationPurpose.Taken)] },
                await outbox.Paging.Draft.ChangeAsync(stepped.Escalation),
            ],
            CancellationToken.None);

        Assert.Empty(lost.Lost);
        var told = (await outbox.ClaimAsync(ContactMethodKind.Sms, "a")).Select(n => (n.Page, n.Person, n.Address, n.Text.Purpose)).OrderBy(n => n.Page == taken.Page.Id);
        Assert.Equal(
            [
                (passed.Page.Id, outbox.Person.Id, AddressOf(passed, outbox.Person), NotificationPurpose.HandedOver),
                (taken.Page.Id, other.Id, AddressOf(taken, other), NotificationPurpose.Taken),
            ],
            told);

        string AddressOf(PageRecord page, Person person) => rung.Single(r => r.Page == page.Page.Id && r.Person == person.Id).Address;
    }

    [Fact]
    public async Task A_number_is_told_that_rang_when_nobody_could_write_it_though_its_repeat_failed()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var page = await outbox.PageAsync(outbox.Ask(ContactMethodKind.Sms));
        await outbox.ClaimAsync(ContactMethodKind.Sms, "a");
        var again = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "b", Lease));
        Assert.True(await outbox.RecordAsync(again, "b", DeliveryStatus.FailedForNow, retryAt: Lease + Duration.FromMinutes(1)));

        var escalation = (await outbox.Paging.LoadAsync(page.Page.Id)).Escalation;
        var taken = await outbox.Paging.Draft.ChangeAsync(escalation with { Phase = EscalationPhase.Acknowledged }) with
        {
            Silenced = [null],
            Told = [new Effect.Tell(outbox.Person.Id, NotificationPurpose.Taken)],
        };
        Assert.True(await outbox.Paging.SaveAsync(taken));

        Assert.Equal(NotificationPurpose.Taken, Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "b", Lease)).Text.Purpose);
    }
}

public sealed class ToldOnSqlite : ToldContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class ToldOnSqlServer : ToldContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
