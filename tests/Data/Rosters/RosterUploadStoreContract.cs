using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Uploads;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;
using OnCall.Domain.Rosters;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Rosters;

public abstract class RosterUploadStoreContract
{
    [Fact]
    public async Task A_publication_puts_its_shifts_in_force()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var shift = data.Draft(data.Ada, 7, 15, tier: 2, label: "Früh 早番");

        var (_, done) = await data.PublishAsync(shift, data.Draft(data.Bram, 15, 23));

        Assert.True(done);
        Assert.Equal([shift, data.Draft(data.Bram, 15, 23)], await data.ReadsAsync());
    }

    [Fact]
    public async Task A_roster_of_many_shifts_is_published_whole()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var shifts = Enumerable.Range(0, 400).Select(n => data.Draft(n % 2 == 0 ? data.Ada : data.Bram, n, n + 1, tier: (n % 3) + 1, label: n % 5 == 0 ? null : $"Früh 早番 {n} O'Brien")).ToArray();

        var (_, done) = await data.PublishAsync(shifts);

        Assert.True(done);
        Assert.Equal(shifts, await data.ReadsAsync());
    }

    [Fact]
    public async Task A_publication_brings_its_roles_and_people_along()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (role, person) = (new NewRole(new RoleId(data.NewId()), "icu/doctor", "ICU – doctor"), new NewPerson(new PersonId(data.NewId()), "D4", "Dilan Kaya"));

        await data.PublishAsync(await data.PlanAsync([data.Draft(person.Id, 7, 15, role.Id)], [role], [person]));

        var view = await data.Rosters.LoadAsync([role.Id], RosterData.Hour(0), RosterData.Hour(24), CancellationToken.None);
        Assert.Equal(person.Id, Assert.Single(view.Of(role.Id).Shifts).Person);
        Assert.Equal("Dilan Kaya", Assert.Single(await data.RosterPeople.ByEmployeeNoAsync(["d4"], CancellationToken.None)).Name);
    }

    [Fact]
    public async Task The_roles_of_uploads_are_told_one_by_one()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (both, _) = await data.PublishAsync(data.Draft(data.Ada, 7, 15), data.Draft(data.Bram, 7, 15, data.Clinic));
        var (one, _) = await data.PublishAsync(data.Draft(data.Chiyo, 15, 23, data.Clinic));

        var roles = await data.Uploads.RolesAsync([one, both, data.NewUpload()], CancellationToken.None);

        Assert.Equal(2, roles.Count);
        Assert.Equal([data.Clinic], roles[one]);
        Assert.Equivalent(new[] { data.Ward, data.Clinic }, roles[both], strict: true);
        Assert.Empty(await data.Uploads.RolesAsync([], CancellationToken.None));
    }

    [Fact]
    public async Task What_was_published_over_a_time_is_told_until_it_is_rolled_back()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (id, _) = await data.PublishAsync(data.Draft(data.Ada, 7, 15), data.Draft(data.Bram, 7, 15, data.Clinic));
        Task<IReadOnlyList<EarlierPublication>> Told(double from, double to, double since) =>
            data.Uploads.PublishedOverAsync([data.Ward], RosterData.Hour(from), RosterData.Hour(to), RosterData.Hour(since), CancellationToken.None);

        var told = Assert.Single(await Told(14, 20, -1));

        Assert.Equal((data.Ward, RosterData.Hour(7), RosterData.Hour(15), "Ada Okafor", "roster.csv", RosterData.Hour(0)), (told.Role, told.Start, told.End, told.CreatedBy, told.FileName, told.PublishedAt));
        Assert.Empty(await Told(15, 20, -1));
        Assert.Empty(await Told(7, 15, 0));
        await data.RollBackAsync(id);
        Assert.Empty(await Told(7, 15, -1));
    }

    [Fact]
    public async Task How_a_file_was_read_is_kept()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var reading = new UploadReading("Ward rota", "tab", "十月", DateOrder.MonthFirst, new Dictionary<string, string> { ["start"] = "開始" });
        var upload = RosterData.Upload(data.NewUpload(), UploadStatus.Unchanged, new PublicationChanges(0, 0, 0, 7)) with { Reading = reading };

        await data.Uploads.AddAsync(upload, null, [], RosterData.Audit("roster.upload"), CancellationToken.None);
        var kept = (await data.Uploads.FindAsync(upload.Id, CancellationToken.None))!.Upload;

        Assert.Equivalent(reading, kept.Reading, strict: true);
        Assert.Equal(7, kept.Changes.Unchanged);
    }

    [Fact]
    public async Task A_plan_made_on_an_older_roster_writes_nothing()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var late = await data.PlanAsync([data.Draft(data.Ada, 7, 15)]);
        await data.PublishAsync(data.Draft(data.Bram, 7, 15));

        var (id, done) = await data.PublishAsync(late);

        Assert.False(done);
        Assert.Equal([data.Draft(data.Bram, 7, 15)], await data.ReadsAsync());
        Assert.Null(await data.Uploads.FindAsync(id, CancellationToken.None));
    }

    [Fact]
    public async Task Of_two_publications_in_one_moment_one_wins()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var (one, two) = (await data.PlanAsync([data.Draft(data.Ada, 7, 15)]), await data.PlanAsync([data.Draft(data.Bram, 7, 15)]));

        var done = await Task.WhenAll(Task.Run(() => data.PublishAsync(one)), Task.Run(() => data.PublishAsync(two)));

        Assert.Single(done, d => d.Done);
        Assert.Single(await data.ReadsAsync());
    }

    [Fact]
    public async Task Somebody_who_was_made_meanwhile_undoes_the_whole_publication()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var taken = new NewPerson(new PersonId(data.NewId()), "A1", "Somebody else");
        var stamp = (await data.ViewAsync()).Stamp;

        var (id, done) = await data.PublishAsync(await data.PlanAsync([data.Draft(taken.Id, 7, 15)], people: [taken]));

        Assert.False(done);
        Assert.Empty(await data.InForceAsync());
        Assert.Null(await data.Uploads.FindAsync(id, CancellationToken.None));
        Assert.Equal(stamp, (await data.ViewAsync()).Stamp);
    }

    [Fact]
    public async Task Every_publication_and_rollback_moves_the_stamp()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var first = await data.Rosters.StampAsync(CancellationToken.None);

        var (id, _) = await data.PublishAsync(data.Draft(data.Ada, 7, 15));
        var second = await data.Rosters.StampAsync(CancellationToken.None);
        await data.RollBackAsync(id);

        Assert.True(first < second);
        Assert.True(second < await data.Rosters.StampAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_preview_is_kept_whole_and_published_once()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var role = new NewRole(new RoleId(data.NewId()), "icu", "ICU");
        var plan = await data.PlanAsync([data.Draft(data.Ada, 7, 15, label: "Early"), data.Draft(data.Bram, 7, 15, role.Id)], [role]);
        var problem = new RosterProblem(3, "End", ProblemSeverity.Warning, "gap", "Nobody is on.", "x");
        var preview = plan.Upload with { Status = UploadStatus.Preview, PublishedAt = null, Problems = [problem] };
        await data.Uploads.AddAsync(preview, plan.Draft, plan.Plan.Ranges, RosterData.Audit("roster.upload"), CancellationToken.None);

        var found = (await data.Uploads.FindAsync(preview.Id, CancellationToken.None))!;
        Assert.Empty(await data.InForceAsync());
        Assert.Equal([problem], found.Upload.Problems);
        Assert.Equivalent(preview, found.Upload);
        Assert.Equal(plan.Draft.Shifts, found.Draft!.Shifts);
        Assert.Equal(plan.Draft.Roles, found.Draft.Roles);
        Assert.Equal([data.Ward], found.Roles);

        Assert.True((await data.PublishAsync(plan with { IsPreview = true })).Done);
        Assert.False((await data.PublishAsync(plan with { IsPreview = true, Stamp = plan.Stamp + 1 })).Done);
        var published = (await data.Uploads.FindAsync(preview.Id, CancellationToken.None))!;
        Assert.Equal((UploadStatus.Published, (RosterDraft?)null), (published.Upload.Status, published.Draft));
        Assert.Equal(2, published.Roles.Count);
    }

    [Fact]
    public async Task Uploads_are_listed_from_the_latest_in_parts()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        var ids = new List<UploadId>();
        foreach (var hour in new[] { 1, 2, 2, 3 })
        {
            var upload = RosterData.Upload(data.NewUpload(), UploadStatus.Unchanged, new PublicationChanges(0, 0, 0), hour);
            await data.Uploads.AddAsync(upload, null, [], RosterData.Audit("roster.upload"), CancellationToken.None);
            ids.Insert(0, upload.Id);
        }

        var first = await data.Uploads.ListAsync(null, 2, CancellationToken.None);
        var second = await data.Uploads.ListAsync(first[^1].Id, 9, CancellationToken.None);

        Assert.Equal(ids[0], first[0].Id);
        Assert.Equal(ids[3], second[^1].Id);
        Assert.Equivalent(ids, first.Concat(second).Select(u => u.Id), strict: true);
    }

    [Fact]
    public async Task Thousands_of_shifts_are_replaced_at_once()
    {
        await using var data = await RosterData.OnAsync(OpenAsync());
        await data.PublishAsync([.. Enumerable.Range(0, 2_500).Select(h => data.Draft(data.Ada, h, h + 1))]);
        var (id, done) = await data.PublishAsync([.. Enumerable.Range(0, 2_500).Select(h => data.Draft(data.Bram, h, h + 1))]);

        Assert.True(done);
        Assert.All(await data.InForceAsync(), s => Assert.Equal(data.Bram, s.Person));
        await data.RollBackAsync(id);
        Assert.Equal(2_500, (await data.InForceAsync()).Count(s => s.Person == data.Ada));
    }

    protected abstract Task<TestDatabase> OpenAsync();
}
