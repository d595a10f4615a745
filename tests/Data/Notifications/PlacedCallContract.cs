using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Application.Paging;
using OnCall.Data.Notifications;
using OnCall.Data.Tests.Paging;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Notifications;

public abstract class PlacedCallContract
{
    private static readonly Instant Now = PageDraft.Now;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_call_is_found_with_whom_it_asks_and_what_it_says()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        await outbox.Paging.Hospital.ChangeAsync(outbox.Person with { Language = "ja" });
        var ask = outbox.Ask(ContactMethodKind.Voice);
        var page = await outbox.PageAsync(ask);
        Assert.Null(await FindAsync(outbox, ask));

        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Voice, "a"));
        Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.Accepted, "CA1"));

        var call = await FindAsync(outbox, ask);
        Assert.Equal(
            new PlacedCall(ask.Id, page.Page.Id, outbox.Person.Id, ask.Method.Address, 1, "CA1", Now, claimed.Text.ToSpeech(SpokenLanguage.Japanese)),
            call);
    }

    [Fact]
    public async Task A_message_and_a_word_of_who_has_it_are_no_calls()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var sms = outbox.Ask(ContactMethodKind.Sms);
        var told = outbox.Paging.Draft.Ask(outbox.Person, outbox.Paging.Hospital.Method(ContactMethodKind.Voice), purpose: NotificationPurpose.Taken);
        await outbox.PageAsync(sms, told);
        Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Sms, "a"));
        Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Voice, "a"));

        Assert.Null(await FindAsync(outbox, sms));
        Assert.Null(await FindAsync(outbox, told));
    }

    [Fact]
    public async Task A_repeat_is_not_written_while_the_call_before_it_may_still_be_heard()
    {
        await using var outbox = await OutboxBench.OpenAsync(OpenAsync());
        var method = outbox.Paging.Hospital.Method(ContactMethodKind.Voice);
        var page = await outbox.PageAsync(outbox.Paging.Draft.Ask(outbox.Person, method));
        var claimed = Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Voice, "a"));
        Assert.True(await outbox.RecordAsync(claimed, "a", DeliveryStatus.Accepted, "CA1"));

        await RepeatAsync(outbox, page, method, Now + Duration.FromMinutes(2) - Duration.FromMilliseconds(1));
        Assert.Empty(await outbox.ClaimAsync(ContactMethodKind.Voice, "a", Now + Duration.FromMinutes(10)));

        await RepeatAsync(outbox, await outbox.Paging.LoadAsync(page.Page.Id), method, Now + Duration.FromMinutes(2));
        Assert.Single(await outbox.ClaimAsync(ContactMethodKind.Voice, "a", Now + Duration.FromMinutes(10)));
    }

    private static async Task RepeatAsync(OutboxBench outbox, PageRecord page, ContactMethod method, Instant now)
    {
        var repeat = outbox.Paging.Draft.Ask(outbox.Person, method, now, NotificationPurpose.Repeat);
        Assert.True(await outbox.Paging.SaveAsync(await outbox.Paging.Draft.ChangeAsync(page.Escalation, now) with { Notifications = [repeat] }));
    }

    private static Task<PlacedCall?> FindAsync(OutboxBench outbox, NewNotification ask) =>
        new PlacedCallStore(outbox.Paging.Database).FindAsync(ask.Id, CancellationToken.None);
}

public sealed class PlacedCallOnSqlite : PlacedCallContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class PlacedCallOnSqlServer : PlacedCallContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
