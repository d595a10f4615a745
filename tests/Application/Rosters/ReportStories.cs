using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using NodaTime;
using OnCall.Application.Rosters.Reports;
using OnCall.Domain.Access;
using OnCall.Domain.Paging;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

public sealed class ReportStories
{
    private const string Ward = "Ward 3 – Nurse";
    private readonly FakePageTimes _pages = new();

    [Fact]
    public async Task Covers_count_for_who_stood_in_and_gaps_for_the_role()
    {
        await using var house = await StaffedAsync();
        await house.CoverAsync(Ward, "C3", "2026-10-12T20:00", "2026-10-13T08:00", instead: "B2");

        var report = (await ReadAsync(house)).Value!;

        Assert.Equal([("A1", 12.0, 0), ("C3", 12.0, 1)], report.People.Select(p => (p.Person.EmployeeNo, p.Hours, p.Nights)).Order());
        var ward = Assert.Single(report.Roles, r => r.Role.Name == Ward);
        Assert.Equal((24.0, 2), (ward.GapHours, ward.Gaps));
    }

    [Fact]
    public async Task Answers_are_told_by_half_and_nine_of_ten_and_what_nobody_took_is_counted()
    {
        await using var house = await StaffedAsync();
        var role = (await house.Get<OnCall.Application.Directory.IDirectoryReads>().FindRoleAsync(Ward, CancellationToken.None))!.Id;
        var sent = Instant.FromUtc(2026, 10, 12, 10, 0);
        _pages.Pages =
        [
            .. Enumerable.Range(1, 10).Select(i => new PagedRole(role, Urgency.Urgent, sent, sent + Duration.FromSeconds(i * 10), false)),
            new(role, Urgency.Routine, sent, sent + Duration.FromHours(3), false),
            new(role, Urgency.Code, sent, null, false),
            new(role, Urgency.Urgent, sent, null, true),
            new(role, Urgency.Urgent, sent - Duration.FromDays(9), null, false),
        ];

        var ward = Assert.Single((await ReadAsync(house)).Value!.Roles, r => r.Role.Name == Ward);

        Assert.Equal((13, 1, 50.0, 90.0), (ward.Pages, ward.Unacknowledged, ward.MedianSeconds!.Value, ward.NinetiethSeconds!.Value));
    }

    [Fact]
    public async Task It_is_for_schedulers_and_auditors_of_the_roles()
    {
        await using var house = await StaffedAsync();

        Assert.Equal("forbidden", (await ReadAsync(house, House.Staff)).Refusal!.Type);
        var elsewhere = new Caller("person:S9", null, "Else", [new Grant(Permission.Scheduler, new OrgUnitId(House.Id(9)))]);
        Assert.Empty((await ReadAsync(house, elsewhere)).Value!.People);
        var auditor = new Caller("person:U1", null, "Auditor", [new Grant(Permission.Auditor, null)]);
        Assert.NotEmpty((await ReadAsync(house, auditor)).Value!.People);
    }

    private static Task<Answer<CoverageReport>> ReadAsync(House house, Caller? caller = null) =>
        house.Get<ReadCoverageReport>().RunAsync(caller ?? House.Scheduler, null, "2026-10-12", "2026-10-14", CancellationToken.None);

    private async Task<House> StaffedAsync()
    {
        var house = await House.OpenAsync(services => services.Replace(ServiceDescriptor.Singleton<IPageTimes>(_pages)));
        await house.WardAsync();
        await house.UploadAsync($"{Ward},A1,2026-10-12 08:00,2026-10-12 20:00,1\n{Ward},B2,2026-10-12 20:00,2026-10-13 08:00,1\n");
        return house;
    }

    private sealed class FakePageTimes : IPageTimes
    {
        public IReadOnlyList<PagedRole> Pages { get; set; } = [];

        public Task<IReadOnlyList<PagedRole>> OfAsync(IReadOnlyCollection<RoleId> roles, Instant from, Instant to, CancellationToken cancellationToken) => Task.FromResult(Pages);
    }
}
