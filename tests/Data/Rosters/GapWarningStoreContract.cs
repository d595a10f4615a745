using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Gaps;
using OnCall.Data.Notices;
using OnCall.Data.Rosters;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Rosters.Gaps;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class GapWarningStoreContract
{
    private static readonly Instant Now = RosterData.Midnight;
    private static readonly Instant Begins = Now + Duration.FromHours(24);
    private readonly TestIds _ids = new(series: 8);

    [Fact]
    public async Task A_gap_is_told_once_at_a_lead_whoever_writes_it_and_nothing_of_a_lost_race_is_kept()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new GapWarningStore(data.Database);

        Assert.True(await store.WriteAsync(await NewAsync(data), CancellationToken.None));
        Assert.False(await store.WriteAsync(await NewAsync(data), CancellationToken.None));
        Assert.True(await store.WriteAsync(await NewAsync(data, GapLead.Hour), CancellationToken.None));

        Assert.Equal(["Day", "Hour"], (await store.OpenAsync(CancellationToken.None)).Select(w => w.Lead.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await NoticesAsync(data)).Count);
    }

    [Fact]
    public async Task What_was_told_is_read_as_it_was_written_with_its_people()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new GapWarningStore(data.Database);
        var changes = await NewAsync(data);
        await store.WriteAsync(changes, CancellationToken.None);

        var open = Assert.Single(await store.OpenAsync(CancellationToken.None));

        var gap = changes.New[0].Due.Gap;
        Assert.Equal(new ToldGap(changes.New[0].Id, gap.Role, gap.Start, gap.End, gap.Size, GapLead.Day), open.Told);
        Assert.Equal(("Europe/Brussels", 0, Now, null, false), (open.Zone.Id, open.Circle, open.At, open.UntoldAt, open.NeverRostered));
        Assert.Equal((data.Ada, NoticeState.Open), (Assert.Single(open.People).Person, open.People[0].State));
        Assert.Equal(open.Told, Assert.Single(await store.OfRolesAsync([data.Ward], Begins, Begins + Duration.FromHours(1), CancellationToken.None)).Told);
        Assert.Empty(await store.OfRolesAsync([data.Ward], Begins - Duration.FromHours(1), Begins, CancellationToken.None));
        Assert.Empty(await store.OfRolesAsync([data.Clinic], Begins, Begins + Duration.FromHours(1), CancellationToken.None));
    }

    [Fact]
    public async Task What_goes_by_an_older_roster_is_not_written()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var changes = await NewAsync(data);
        await data.PublishAsync(data.Draft(data.Bram, 7, 15));

        Assert.False(await new GapWarningStore(data.Database).WriteAsync(changes, CancellationToken.None));
        Assert.Empty(await NoticesAsync(data));
    }

    [Fact]
    public async Task A_gap_that_is_filled_is_closed_once_and_what_was_not_sent_of_it_never_is()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new GapWarningStore(data.Database);
        var told = await NewAsync(data);
        await store.WriteAsync(told, CancellationToken.None);
        var filled = Nothing(told) with { Closed = [new ClosedWarning(told.New[0].Id, GapClosing.Filled, Now)] };

        Assert.True(await store.WriteAsync(filled, CancellationToken.None));
        Assert.False(await store.WriteAsync(filled, CancellationToken.None));

        Assert.Empty(await store.OpenAsync(CancellationToken.None));
        Assert.Equal(NoticeState.Withdrawn, Assert.Single(await NoticesAsync(data)).State);
        Assert.Empty(await new NoticeOutbox(data.Database).DueKindsAsync(Now + Duration.FromHours(1), CancellationToken.None));
        Assert.True(await store.WriteAsync(await NewAsync(data), CancellationToken.None), "It opened again.");
    }

    [Fact]
    public async Task A_notice_of_several_gaps_is_sent_while_one_of_them_stands()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new GapWarningStore(data.Database);
        var (first, second) = (await NewAsync(data), await NewAsync(data, GapLead.Hour));
        await store.WriteAsync(
            first with { New = [.. first.New, .. second.New], Links = [.. first.Links, (second.New[0].Id, first.Notices[0].Id)] }, CancellationToken.None);
        var outbox = new NoticeOutbox(data.Database);

        await store.WriteAsync(Nothing(first) with { Closed = [new ClosedWarning(first.New[0].Id, GapClosing.Filled, Now)] }, CancellationToken.None);
        Assert.Equal([ContactMethodKind.Sms], await outbox.DueKindsAsync(Now, CancellationToken.None));
        await store.WriteAsync(Nothing(first) with { Closed = [new ClosedWarning(second.New[0].Id, GapClosing.Filled, Now)] }, CancellationToken.None);
        Assert.Empty(await outbox.DueKindsAsync(Now, CancellationToken.None));
    }

    [Fact]
    public async Task It_goes_on_to_the_next_circle_once()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var store = new GapWarningStore(data.Database);
        var told = await NewAsync(data);
        await store.WriteAsync(told, CancellationToken.None);
        var widened = Nothing(told) with { Widened = [new WidenedWarning(told.New[0].Id, 0, 2, Now)] };

        Assert.True(await store.WriteAsync(widened, CancellationToken.None));
        Assert.False(await store.WriteAsync(widened, CancellationToken.None));

        Assert.Equal((2, Now), (Assert.Single(await store.OpenAsync(CancellationToken.None)).Circle, (await store.OpenAsync(CancellationToken.None))[0].UntoldAt));
    }

    protected abstract Task<TestDatabase> OpenAsync();

    private static GapWarningChanges Nothing(GapWarningChanges like) => like with { New = [], Notices = [], Links = [], Audit = [] };

    private static Task<IReadOnlyList<StoredNotice>> NoticesAsync(RosterData data) =>
        new NoticeStore(data.Database).OfPersonAsync(data.Ada, Now - Duration.FromDays(1), CancellationToken.None);

    /// <summary>A night without anybody on the ward, told to Ada by SMS.</summary>
    private async Task<GapWarningChanges> NewAsync(RosterData data, GapLead lead = GapLead.Day)
    {
        var zone = DateTimeZoneProviders.Tzdb["Europe/Brussels"];
        var gap = new Gap(data.Ward, Begins, Begins + Duration.FromHours(12), GapSize.Nobody);
        var warning = new NewGapWarning(new GapWarningId(_ids.NewId()), new GapDue(gap, lead, []), zone, 0, Now, null, NeverRostered: false);
        var fact = new GapFact("Ward", gap.Start, gap.End, gap.Size, zone);
        var method = new ContactMethod(new ContactMethodId(_ids.NewId()), ContactMethodKind.Sms, "+15550001", Verified: true);
        var notice = new NewNotice(
            new NoticeId(_ids.NewId()), data.Ada, $"gap:{warning.Id}", new GapWarningFacts(Now, lead, 1, [fact]), NoticeUrgency.Quiet, Now, Begins,
            [new NewDelivery(new NotificationId(_ids.NewId()), new PlannedDelivery(method, 0))]);
        var stamp = await data.Rosters.StampAsync(CancellationToken.None);
        return new GapWarningChanges(stamp, [warning], [], [], [notice], [(warning.Id, notice.Id)], [RosterData.Audit("gap.warned")]);
    }
}

public sealed class GapWarningStoreOnSqlite : GapWarningStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class GapWarningStoreOnSqlServer : GapWarningStoreContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
