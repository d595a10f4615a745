using NodaTime;
using OnCall.Application.Notices;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Directory;
using OnCall.Data.Rosters.Pulls;
using OnCall.Domain.Notices;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Pulls;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class RosterPullStoreContract
{
    private static readonly Instant Start = RosterData.Hour(0);
    private static readonly PullSettings Settings = new(
        "https://rota.hospital.example/a.csv", null, null, 60, "Europe/Brussels", null, "csv", null, ";", null, "dayFirst",
        new Dictionary<string, string>(StringComparer.Ordinal) { ["start"] = "Beginn" }, null, "ward", "X-Key", 48, true);

    [Fact]
    public async Task A_pull_is_kept_whole_and_is_due_at_once()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, pull) = await MadeAsync(data);

        var found = (await store.FindAsync("WARD", CancellationToken.None))!;
        Assert.Equivalent(pull, found, strict: true);
        Assert.Equal("k1", found.Secret!.Value);
        Assert.Null(Assert.Single(await store.AllAsync(CancellationToken.None)).Secret);
        Assert.Equal(["ward"], await store.DueAsync(Start, CancellationToken.None));
        Assert.Empty(await store.DueAsync(Start - Duration.FromMinutes(1), CancellationToken.None));
        Assert.False(await store.SaveAsync(pull with { Id = new(data.NewId()) }, RosterData.Audit("x"), CancellationToken.None));
        Assert.False(await store.SaveAsync(pull with { Version = 3 }, RosterData.Audit("x"), CancellationToken.None));
    }

    [Fact]
    public async Task A_claim_is_one_nodes_until_it_ends()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, pull) = await MadeAsync(data);
        var (one, other) = (data.NewId(), data.NewId());

        Assert.True(await ClaimAsync(store, pull, one, 0));
        Assert.False(await ClaimAsync(store, pull, other, 0.05));
        Assert.Empty(await store.DueAsync(RosterData.Hour(0.05), CancellationToken.None));
        Assert.True(await ClaimAsync(store, pull, other, 0.1));

        Assert.False(await store.FinishAsync(Result(pull, one), CancellationToken.None));
        Assert.True(await store.FinishAsync(Result(pull, other), CancellationToken.None));
        Assert.False(await ClaimAsync(store, pull, one, 0.5));
        Assert.True(await store.ClaimAsync(pull.Id, one, whenDue: false, RosterData.Hour(0.5), RosterData.Hour(0.6), CancellationToken.None));
    }

    [Fact]
    public async Task Settings_that_change_in_the_middle_of_a_look_win()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, pull) = await MadeAsync(data);
        var claim = data.NewId();
        await ClaimAsync(store, pull, claim, 0);

        Assert.True(await store.SaveAsync(pull with { Version = 2, Settings = Settings with { Enabled = false } }, RosterData.Audit("roster-pull.put"), CancellationToken.None));

        Assert.False(await store.FinishAsync(Result(pull, claim), CancellationToken.None));
        Assert.Empty(await store.DueAsync(RosterData.Hour(9), CancellationToken.None));
        Assert.Empty(await store.StatesAsync(CancellationToken.None));
    }

    [Fact]
    public async Task How_it_stands_what_it_took_and_its_notice_are_written_together()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, pull) = await MadeAsync(data);
        var (claim, held) = (data.NewId(), data.NewUpload());
        await data.Uploads.AddAsync(RosterData.Upload(held, UploadStatus.Preview, new PublicationChanges(1, 0, 0)), new RosterDraft("", [], [], []), [], RosterData.Audit("roster.upload"), CancellationToken.None);
        await ClaimAsync(store, pull, claim, 0);
        var state = new PullState
        {
            NextAt = RosterData.Hour(1), TriedAt = Start, SuccessAt = RosterData.Hour(-1), Outcome = RosterPullOutcome.Held, Message = "It shrank.", TroubleSince = Start,
            Seen = "1 2 a", ETag = "\"1\"", LastModified = "Mon", ContentHash = "aa", ReadAt = Start, Held = held, HeldHash = "bb", HeldBasis = "cc",
        };
        IReadOnlyCollection<TakenShift> taken = [TakenShift.Of(data.Draft(data.Ada, 0, 8)), TakenShift.Of(data.Draft(data.Bram, 8, 16, tier: 2))];
        var notice = new NewNotice(new(data.NewId()), data.Ada, "roster-pull:1", new RosterPullHeldFacts("ward", "It shrank.", held), NoticeUrgency.InApp, Start, RosterData.Hour(24), []);

        Assert.True(await store.FinishAsync(new PullResult(pull.Id, claim, 1, state, taken, null, RosterData.Audit("roster-pull.held"), [notice]), CancellationToken.None));

        Assert.Equal(state, (await store.FindAsync("ward", CancellationToken.None))!.State);
        Assert.Equal(taken, await store.TakenAsync(pull.Id, CancellationToken.None));
        Assert.Equal(("It shrank.", Start), (Assert.Single(await store.StatesAsync(CancellationToken.None)).Trouble, (await store.StatesAsync(CancellationToken.None))[0].Success));
    }

    [Fact]
    public async Task A_deleted_one_is_gone()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, pull) = await MadeAsync(data);

        Assert.True(await store.DeleteAsync(pull.Id, RosterData.Audit("roster-pull.delete"), CancellationToken.None));
        Assert.False(await store.DeleteAsync(pull.Id, RosterData.Audit("roster-pull.delete"), CancellationToken.None));
        Assert.Null(await store.FindAsync("ward", CancellationToken.None));
    }

    protected abstract Task<TestDatabase> OpenAsync();

    private static async Task<(RosterPullStore Store, StoredPull Pull)> MadeAsync(RosterData data)
    {
        var unit = new OrgUnit(new OrgUnitId(data.NewId()), "ward-unit", "Ward", null, null);
        await new OrgUnitStore(data.Database).SaveAsync(unit, true, RosterData.Audit("org-unit.put"), CancellationToken.None);
        var store = new RosterPullStore(data.Database);
        var pull = new StoredPull(new RosterPullId(data.NewId()), "ward", unit.Id, Settings, new PullSecret("k1"), 1, new PullState { NextAt = Start });
        Assert.True(await store.SaveAsync(pull, RosterData.Audit("roster-pull.put"), CancellationToken.None));
        return (store, pull);
    }

    private static Task<bool> ClaimAsync(RosterPullStore store, StoredPull pull, Guid claim, double hour) =>
        store.ClaimAsync(pull.Id, claim, whenDue: true, RosterData.Hour(hour), RosterData.Hour(hour + 0.1), CancellationToken.None);

    private static PullResult Result(StoredPull pull, Guid claim) =>
        new(pull.Id, claim, 1, new PullState { NextAt = RosterData.Hour(1), Outcome = RosterPullOutcome.Unchanged }, null, null, null, []);
}
