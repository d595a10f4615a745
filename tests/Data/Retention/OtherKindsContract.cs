using Dapper;
using NodaTime;
using OnCall.Application.Retention;
using OnCall.Data.Rosters.Swaps;
using OnCall.Data.Tests.Access;
using OnCall.Data.Tests.Notices;
using OnCall.Data.Tests.Rosters;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Retention;
using OnCall.Domain.Rosters;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Retention;

/// <summary>What goes beside pages.</summary>
public abstract class OtherKindsContract
{
    private static readonly RetentionRule Rosters = new(RetentionClass.Rosters, null, 90);

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Rosters_that_are_over_go_but_the_last_shift_of_a_role_stays_so_that_it_is_known_that_it_had_a_roster()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (first, _) = await data.PublishAsync(data.Draft(data.Ada, 0, 8), data.Draft(data.Bram, 8, 16));
        await data.PublishAsync(data.Draft(data.Ada, 24, 32), data.Draft(data.Chiyo, 0, 8, data.Clinic));
        Assert.True(await AddAsync(data, Cover(data, 1, 2)));

        var early = await PurgeRun.RunAsync(data.Database, RosterData.Hour(24 * 89), Rosters);
        Assert.Empty(early.Purged);

        var run = await PurgeRun.RunAsync(data.Database, RosterData.Hour(24 * 95));
        Assert.Equal(
            [(KeptKind.Shift, 2), (KeptKind.Cover, 1), (KeptKind.Upload, 1)], run.Purged.Select(p => (p.Kind, p.Purged)).Order());
        var left = await data.InForceAsync();
        Assert.Equal([(data.Chiyo, data.Clinic), (data.Ada, data.Ward)], left.Select(s => (s.Person, s.Role)).OrderBy(s => s.Role == data.Ward));
        Assert.Null(await data.Uploads.FindAsync(first, CancellationToken.None));
        Assert.Empty((await data.ViewAsync()).Of(data.Ward).Covers);
        Assert.Empty((await PurgeRun.RunAsync(data.Database, RosterData.Hour(24 * 400))).Purged);
    }

    [Fact]
    public async Task A_hold_on_a_person_keeps_their_shifts_and_every_upload()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync(data.Draft(data.Ada, 0, 8), data.Draft(data.Bram, 8, 16));
        await data.PublishAsync(data.Draft(data.Chiyo, 24, 32));
        var hold = new LegalHold(new HoldId(data.NewId()), HoldTarget.Of(data.Ada), "A1", "Case 12", RosterData.Midnight, "person:A1", null);
        await new Data.Retention.HoldStore(data.Database).PlaceAsync(hold, RosterData.Audit("hold.place"), CancellationToken.None);

        var run = await PurgeRun.RunAsync(data.Database, RosterData.Hour(24 * 95), Rosters);

        Assert.Equal((KeptKind.Shift, 1), (Assert.Single(run.Purged) is var line ? (line.Kind, line.Purged) : default));
        Assert.Contains(await data.InForceAsync(), s => s.Person == data.Ada);
        Assert.Equal(new HeldCount(hold.Id, RetentionClass.Rosters, KeptKind.Shift, 1), Assert.Single(run.Held));
    }

    [Fact]
    public async Task Sessions_that_ended_or_slept_for_so_long_go_and_others_stay()
    {
        await using var data = await AccessData.OnAsync(OpenAsync());
        var (ended, asleep, used) = (Session(data), Session(data), Session(data));
        foreach (var session in new[] { ended, asleep, used })
        {
            await data.Sessions.AddAsync(session, AccessData.Audit("session.start"), CancellationToken.None);
        }

        await data.Sessions.EndAsync(ended.Id, AccessData.Now + Duration.FromDays(1), AccessData.Audit("session.end"), CancellationToken.None);
        await data.Sessions.SeeAsync(used.Id, AccessData.Now + Duration.FromDays(20), CancellationToken.None);
        var run = await PurgeRun.RunAsync(data.Database, AccessData.Now + Duration.FromDays(40), new RetentionRule(RetentionClass.SignIns, null, 30));

        Assert.Equal((KeptKind.Session, 2), (Assert.Single(run.Purged) is var line ? (line.Kind, line.Purged) : default));
        Assert.Equal(used.Id, Assert.Single(await data.Sessions.OfAsync(data.Ann, CancellationToken.None)).Id);
    }

    [Fact]
    public async Task Notices_go_after_90_days_without_any_rule_and_a_hold_on_their_person_keeps_them()
    {
        await using var data = await NoticeData.OnAsync(OpenAsync());
        await data.AddAsync();
        Assert.Empty((await PurgeRun.RunAsync(data.Database, NoticeData.Now + Duration.FromDays(89))).Purged);
        var hold = new LegalHold(new HoldId(Guid.Parse("00000000-0000-7000-8000-000000000077")), HoldTarget.Of(data.Sam.Id), "S1", "Case 12", NoticeData.Now, "person:A1", null);
        var holds = new Data.Retention.HoldStore(data.Database);
        await holds.PlaceAsync(hold, RetentionData.Audit("hold.place"), CancellationToken.None);
        Assert.Equal(1, Assert.Single((await PurgeRun.RunAsync(data.Database, NoticeData.Now + Duration.FromDays(91))).Held).Held);
        await data.OnlyAsync();

        await holds.LiftAsync(hold.Id, new HoldLift(NoticeData.Now, "person:A1", "Over"), RetentionData.Audit("hold.lift"), CancellationToken.None);
        Assert.Equal(1, Assert.Single((await PurgeRun.RunAsync(data.Database, NoticeData.Now + Duration.FromDays(92))).Purged).Purged);
        Assert.Empty(await data.Notices.OfPersonAsync(data.Sam.Id, NoticeData.Now - Duration.FromDays(1), CancellationToken.None));
    }

    private static Session Session(AccessData data) =>
        new(new SessionId(data.NewId()), data.Ann, SignInWay.Password, null, Shared: false, AccessData.Now, AccessData.Now);

    private static Cover Cover(RosterData data, double from, double to) =>
        new(new CoverId(data.NewId()), data.Ward, data.Chiyo, data.Ada, 1, RosterData.Hour(from), RosterData.Hour(to), "ill", RosterData.Hour(0));

    private static async Task<bool> AddAsync(RosterData data, Cover cover) =>
        await data.Covers.AddAsync(cover, "Ada", await data.Rosters.StampAsync(CancellationToken.None), RosterData.Audit("cover.add"), CancellationToken.None);
}

public sealed class OtherKindsOnSqlite : OtherKindsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class OtherKindsOnSqlServer : OtherKindsContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
