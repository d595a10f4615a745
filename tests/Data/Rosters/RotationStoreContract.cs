using NodaTime;
using OnCall.Application.Rosters.Rotations;
using OnCall.Application.Rosters.Uploads;
using OnCall.Data.Rosters.Rotations;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Domain.Rosters.Rotations;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class RotationStoreContract
{
    [Fact]
    public async Task A_rotation_is_kept_whole_with_the_shifts_that_it_makes()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, rotation) = (Store(data), Rotation(data));

        Assert.True(await store.SaveAsync(await SavingAsync(data, rotation, 1, data.Draft(data.Ada, 0, 8), data.Draft(data.Bram, 8, 16)), CancellationToken.None));

        var stored = (await store.FindAsync("WARD-nights", CancellationToken.None))!;
        Assert.Equal((RosterData.Hour(16), 1, null), (stored.MadeTo, stored.Version, stored.EndedAt));
        Assert.Equivalent(rotation, stored.Rotation, strict: true);
        Assert.Equal([data.Draft(data.Ada, 0, 8), data.Draft(data.Bram, 8, 16)], await data.ReadsAsync());
        Assert.Equal(rotation.Id, Assert.Single(await store.AllAsync(CancellationToken.None)).Rotation.Id);
        Assert.Null(await store.FindAsync("another", CancellationToken.None));
    }

    [Fact]
    public async Task Its_own_shifts_are_those_in_force_that_it_has_made()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, rotation) = (Store(data), Rotation(data));
        await store.SaveAsync(await SavingAsync(data, rotation, 1, data.Draft(data.Ada, 0, 8), data.Draft(data.Bram, 8, 16), data.Draft(data.Ada, 16, 24)), CancellationToken.None);

        await data.PublishAsync(data.Draft(data.Chiyo, 8, 16));

        var own = await store.OwnShiftsAsync(rotation.Id, RosterData.Hour(8), CancellationToken.None);
        Assert.Equal((await data.InForceAsync()).Single(s => s.Start == RosterData.Hour(16)).Id, Assert.Single(own));
        Assert.Empty(await store.OwnShiftsAsync(new RotationId(data.NewId()), RosterData.Hour(0), CancellationToken.None));
    }

    [Fact]
    public async Task Whoever_comes_with_an_old_stamp_an_old_version_or_a_taken_code_writes_nothing()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, rotation) = (Store(data), Rotation(data));
        var late = await SavingAsync(data, rotation, 1, data.Draft(data.Ada, 0, 8));
        await data.PublishAsync(data.Draft(data.Chiyo, 40, 48));
        var before = await data.InForceAsync();

        Assert.False(await store.SaveAsync(late, CancellationToken.None));
        Assert.Null(await store.FindAsync("ward-nights", CancellationToken.None));
        Assert.True(await store.SaveAsync(await SavingAsync(data, rotation, 1), CancellationToken.None));
        Assert.False(await store.SaveAsync(await SavingAsync(data, rotation with { Id = new RotationId(data.NewId()) }, 1, data.Draft(data.Ada, 0, 8)), CancellationToken.None));
        Assert.False(await store.SaveAsync(await SavingAsync(data, rotation, 3, data.Draft(data.Ada, 0, 8)), CancellationToken.None));

        Assert.Equal(before, await data.InForceAsync());
    }

    [Fact]
    public async Task An_ended_rotation_is_found_and_not_listed()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (store, rotation) = (Store(data), Rotation(data));
        await store.SaveAsync(await SavingAsync(data, rotation, 1), CancellationToken.None);

        var saving = await SavingAsync(data, rotation, 2);
        Assert.True(await store.SaveAsync(saving with { Rotation = saving.Rotation with { EndedAt = RosterData.Hour(3) } }, CancellationToken.None));

        Assert.Equal(RosterData.Hour(3), (await store.FindAsync("ward-nights", CancellationToken.None))!.EndedAt);
        Assert.Empty(await store.AllAsync(CancellationToken.None));
    }

    protected abstract Task<TestDatabase> OpenAsync();

    private static RotationStore Store(RosterData data) => new(data.Database, data.Roles, data.People, new TestIds(7));

    private static Rotation Rotation(RosterData data) => new(
        new RotationId(data.NewId()), "ward-nights", data.Ward, 2, [data.Ada, data.Bram, data.Ada], TurnUnit.Week, 2, new LocalTime(17, 30), new LocalDate(2026, 11, 23), new LocalDate(2027, 3, 1),
        [new CoverageHours([IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday], new LocalTime(17, 0), new LocalTime(8, 0)) { OnHolidays = true }, new CoverageHours([IsoDayOfWeek.Friday], new LocalTime(9, 0), new LocalTime(10, 0)) { NotOnHolidays = true }],
        [new RotationException(new LocalDate(2026, 12, 24), null), new RotationException(new LocalDate(2026, 12, 31), data.Chiyo)], "Nuit – 夜", 56);

    private static async Task<RotationSaving> SavingAsync(RosterData data, Rotation rotation, int version, params NewShift[] shifts)
    {
        var view = await data.ViewAsync();
        var plan = RotationChange.Extend(rotation, [], shifts, 1);
        var upload = RosterData.Upload(data.NewUpload(), UploadStatus.Published, plan.Changes) with { Format = "rotation", Rotation = rotation.Id };
        var publishing = plan.IsUnchanged ? null : new RosterPublishing(upload, false, new RosterDraft("", [], [], shifts), plan, view.Stamp, RosterData.Audit("roster.publish"));
        return new RotationSaving(new StoredRotation(rotation, RosterData.Hour(16), version, null), view.Stamp, publishing, RosterData.Audit("rotation.put"));
    }
}
