using System.Net;
using System.Text;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters.Paper;
using OnCall.Domain.Audit;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Roles;
using Xunit;

namespace OnCall.Application.Tests.Rosters;

/// <summary>It is Monday 2026-10-12, 06:00 UTC: 08:00 in Brussels.</summary>
public sealed class PaperStories
{
    private static readonly AuditEntry Audit = new(default, "system", "test", "test", "{}");

    [Fact]
    public async Task A_sheet_says_who_is_on_for_three_days_with_numbers_and_what_nobody_covers()
    {
        await using var house = await WardWithNumbersAsync();
        await house.UploadAsync(
            "Ward 3 – Nurse,A1,2026-10-12 07:00,2026-10-12 19:00,1\n"
            + "Ward 3 – Nurse,B2,2026-10-12 07:00,2026-10-12 19:00,2\n"
            + "Ward 3 – Nurse,C3,2026-10-12 19:00,2026-10-15 07:00,1\n"
            + "Ward 3 – Nurse,B2,2026-10-20 07:00,2026-10-20 19:00,1\n");

        var rows = (await PrintedAsync(house))["on-call-house.csv"].Split("\r\n").Where(r => r.Contains("Ward 3", StringComparison.Ordinal)).Select(r => r[(r.IndexOf("ward-3/nurse,", StringComparison.Ordinal) + 13)..]);

        Assert.Equal(
            [
                "2026-10-12 08:00 +02:00,2026-10-12 19:00 +02:00,1,A1,Ada Okafor,+32470000001",
                "2026-10-12 08:00 +02:00,2026-10-12 19:00 +02:00,2,B2,Bram Peeters,pager 4711 (not verified)",
                "2026-10-12 19:00 +02:00,2026-10-15 07:00 +02:00,1,C3,Chiyo Tanaka,",
                "2026-10-15 07:00 +02:00,2026-10-15 08:00 +02:00,,,NOBODY,",
            ],
            rows);
    }

    [Fact]
    public async Task The_page_stands_by_itself_and_is_stamped_with_its_time()
    {
        await using var house = await WardWithNumbersAsync();
        await house.UploadAsync("Ward 3 – Nurse,A1,2026-10-12 07:00,2026-10-16 19:00,1\n");

        var page = WebUtility.HtmlDecode((await PrintedAsync(house))["on-call-house.html"]);

        Assert.Contains("Made <strong>Mon 12 Oct 2026 06:00</strong> (UTC). Reaches to Thu 15 Oct 2026 06:00.", page, StringComparison.Ordinal);
        Assert.Contains("Times are those of Europe/Brussels.", page, StringComparison.Ordinal);
        Assert.Contains("<tr class=\"now\"><td class=\"when\">Mon 12 Oct 08:00</td><td class=\"when\">Thu 15 Oct 08:00</td><td>1</td><td>Ada Okafor (A1)</td><td>+32470000001</td></tr>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("http", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("src=", page, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Names_are_text_in_the_page_and_in_the_table()
    {
        await using var house = await House.OpenAsync();
        await house.RoleAsync("ward", "=HYPERLINK(\"x\") <b>Ward</b>");
        await house.PersonAsync("A1", "<script>alert(1)</script>");
        await house.UploadAsync("ward,A1,2026-10-12 07:00,2026-10-16 19:00,1\n");

        var files = await PrintedAsync(house);

        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", files["on-call-house.html"], StringComparison.Ordinal);
        Assert.Contains("\"'=HYPERLINK(\"\"x\"\") <b>Ward</b>\"", files["on-call-house.csv"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_unit_has_a_sheet_with_the_units_below_it()
    {
        await using var house = await House.OpenAsync();
        var (clinic, ward) = (new OrgUnit(new OrgUnitId(House.Id(60)), "surgery", "Surgery", null, null), new OrgUnit(new OrgUnitId(House.Id(61)), "surgery/ward-3", "Ward 3", new OrgUnitId(House.Id(60)), null));
        await house.Get<IOrgUnitStore>().SaveAsync(clinic, isNew: true, Audit, CancellationToken.None);
        await house.Get<IOrgUnitStore>().SaveAsync(ward, isNew: true, Audit, CancellationToken.None);
        await house.RoleAsync("ward-3/nurse", "Nurse", unit: ward.Id);
        await house.RoleAsync("porter", "Porter");
        await house.RoleAsync("gone", "Nobody needs it", new Coverage([], null));

        var files = await PrintedAsync(house);

        Assert.Equal(["on-call-house", "on-call-unit-surgery", "on-call-unit-surgery_ward-3"], files.Keys.Where(k => k.EndsWith(".html", StringComparison.Ordinal)).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));
        Assert.Equal([true, true], ((string[])["Nurse", "Porter"]).Select(n => files["on-call-house.html"].Contains(n, StringComparison.Ordinal)));
        Assert.Equal([true, false], ((string[])["Nurse", "Porter"]).Select(n => files["on-call-unit-surgery.html"].Contains(n, StringComparison.Ordinal)));
        Assert.DoesNotContain("Nobody needs it", files["on-call-house.html"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Paper_is_renewed_every_quarter_of_an_hour_and_a_failure_is_made_good_at_once()
    {
        await using var house = await WardWithNumbersAsync();
        var folder = new FolderInMemory();
        var print = Printing(house, folder);

        Assert.True(await print.RunAsync(CancellationToken.None));
        house.Clock.Advance(Duration.FromMinutes(14));
        Assert.False(await print.RunAsync(CancellationToken.None));
        house.Clock.Advance(Duration.FromMinutes(1));
        folder.IsFull = true;
        await Assert.ThrowsAsync<IOException>(() => print.RunAsync(CancellationToken.None));
        folder.IsFull = false;
        Assert.True(await print.RunAsync(CancellationToken.None));

        Assert.Equal(house.Clock.GetCurrentInstant(), house.Get<PaperRecord>().PrintedAt);
        Assert.Contains("06:15", folder.Files["on-call-house.html"], StringComparison.Ordinal);
    }

    private static async Task<House> WardWithNumbersAsync()
    {
        var house = await House.OpenAsync();
        await house.WardAsync();
        await AddAsync(house, "A1", new ContactMethod(new ContactMethodId(House.Id(40)), ContactMethodKind.Sms, "+32470000001", Verified: true), new ContactMethod(new ContactMethodId(House.Id(41)), ContactMethodKind.Voice, "+32470000001", Verified: false));
        await AddAsync(house, "B2", new ContactMethod(new ContactMethodId(House.Id(42)), ContactMethodKind.Snpp, "4711", Verified: false));
        await AddAsync(house, "C3", new ContactMethod(new ContactMethodId(House.Id(43)), ContactMethodKind.Push, "device", Verified: true));
        return house;
    }

    private static async Task AddAsync(House house, string number, params ContactMethod[] methods)
    {
        var person = (await house.Get<IDirectoryReads>().FindPersonAsync(number, CancellationToken.None))!;
        await house.Get<IPersonStore>().SaveAsync(person with { ContactMethods = methods }, [], isNew: false, Audit, CancellationToken.None);
    }

    private static PrintPaper Printing(House house, FolderInMemory folder) =>
        new(house.Get<PaperSheets>(), house.Get<IPaperPrinter>(), folder, house.Get<PaperRecord>(), house.Clock);

    private static async Task<Dictionary<string, string>> PrintedAsync(House house)
    {
        var folder = new FolderInMemory();
        await Printing(house, folder).RunAsync(CancellationToken.None);
        return folder.Files;
    }

    private sealed class FolderInMemory : IPaperFolder
    {
        public bool IsFull { get; set; }

        public Dictionary<string, string> Files { get; } = [];

        public Task ReplaceAsync(IReadOnlyList<PaperFile> files, CancellationToken cancellationToken)
        {
            if (IsFull)
            {
                throw new IOException("No space left on device");
            }

            foreach (var file in files)
            {
                Files[file.Name] = Encoding.UTF8.GetString(file.Content.Span);
            }

            return Task.CompletedTask;
        }
    }
}
