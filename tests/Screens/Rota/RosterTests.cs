using Microsoft.Playwright;
using OnCall.Screens.Tests.Staff;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests.Rota;

/// <summary>A rota coordinator at a desk, before a roster with a night, a gap, an overlap and a cover.</summary>
public sealed class RosterTests(Chromium chromium)
{
    [Fact]
    public async Task A_gap_is_seen_and_filled_by_clicking_on_it()
    {
        await using var floor = await PlannedAsync();
        var rita = await floor.SignInAsync("R1", width: 1440);
        await rita.GotoAsync("/rota?from=2026-11-23");
        await Assertions.Expect(rita.Locator("p.found")).ToContainTextAsync("gap");
        await rita.KeepAsync("rota-week");

        await rita.Locator($".tl-track[aria-label='{Floor.Role}'] .tl-gap a").Last.ClickAsync();
        await Assertions.Expect(rita.Locator("#shift-from")).ToHaveValueAsync("2026-11-24T08:00");
        await rita.Locator("#person").FillAsync("Dr Baum (B1)");
        await rita.Locator("#shift-to").FillAsync("2026-11-24T20:00");
        await rita.KeepAsync("rota-shift");
        await rita.GetByRole(AriaRole.Button, new() { Name = "Add the shift" }).ClickAsync();
        await rita.KeepAsync("rota-warned");
        await rita.GetByRole(AriaRole.Button, new() { Name = "Add it all the same" }).ClickAsync();

        await Assertions.Expect(rita.GetByRole(AriaRole.Link, new() { Name = "Dr Baum, tier 1: Tue 24 Nov 08:00 to Tue 24 Nov 20:00" })).ToBeVisibleAsync();
        await Assertions.Expect(rita.Locator("#changes + ul")).ToContainTextAsync("Rita Rota by hand");
    }

    [Fact]
    public async Task The_place_that_is_clicked_is_where_the_shift_begins()
    {
        await using var floor = await PlannedAsync();
        var rita = await floor.SignInAsync("R1", width: 1440);
        await rita.GotoAsync("/rota?from=2026-11-23");
        var track = rita.Locator($".tl-track[aria-label='Clinic']");
        var box = (await track.BoundingBoxAsync())!;

        // Wednesday noon, below the bars; the clinic need not be covered then.
        await track.ClickAsync(new() { Position = new() { X = box.Width * 2.52f / 7, Y = box.Height - 2 } });

        await Assertions.Expect(rita.Locator("#shift-from")).ToHaveValueAsync("2026-11-25T12:00");
        await Assertions.Expect(rita.Locator("#shift-to")).ToHaveValueAsync("2026-11-25T20:00");
    }

    [Fact]
    public async Task A_cover_is_put_in_by_keyboard_from_the_bar_of_who_is_ill()
    {
        await using var floor = await PlannedAsync();
        var rita = await floor.SignInAsync("R1", width: 1100, dark: true);
        await rita.GotoAsync("/rota?from=2026-11-23");
        await rita.GetByRole(AriaRole.Link, new() { Name = "Dr Adler, tier 1: Mon 23 Nov 08:00" }).First.FocusAsync();
        await rita.KeepAsync("rota-focus");
        await rita.Keyboard.PressAsync("Enter");
        await rita.Locator("#person").FillAsync("Dr Baum (B1)");
        await rita.Locator("#cover-to").FillAsync("2026-11-23T12:00");
        await rita.Locator("#reason").FillAsync("ill");
        await rita.KeepAsync("rota-cover");
        await rita.GetByRole(AriaRole.Button, new() { Name = "Put the cover in" }).ClickAsync();

        await Assertions.Expect(rita.Locator(".tl-bar.cover text")).ToHaveTextAsync("⇄ Dr Baum");
        await rita.KeepAsync("rota-covered-dark");
    }

    [Theory]
    [InlineData(390, "en-GB", false)]
    [InlineData(3840, "zh-CN", true)]
    public async Task A_month_is_seen_from_a_telephone_to_a_wall(int width, string language, bool dark)
    {
        await using var floor = await PlannedAsync();
        var rita = await floor.SignInAsync("R1", width, dark: dark, language: language);
        await rita.GotoAsync("/rota?view=month&from=2026-11-23");
        await Assertions.Expect(rita.Locator(".tl-head text")).ToHaveCountAsync(30);
        await rita.KeepAsync($"rota-month-{width}");
        await rita.GotoAsync("/rota?from=2026-11-23");
        await rita.Locator(".as-list summary").First.ClickAsync();
        await rita.KeepAsync($"rota-list-{width}");
    }

    [Theory]
    [InlineData(1100, "en-GB", false)]
    [InlineData(390, "ja-JP", true)]
    public async Task Nights_weekends_and_answers_are_compared_and_a_swap_is_decided(int width, string language, bool dark)
    {
        await using var floor = await PlannedAsync();
        var page = await floor.PageAsync("report");
        floor.Host.Clock.Advance(NodaTime.Duration.FromSeconds(80));
        await floor.AnswerAsync("A1", page);
        using var adler = floor.Host.With(floor.KeyOf("A1"));
        using var asked = await adler.PostAsync("/api/v1/swaps", """{"role":"cardiology/duty-physician","give":{"start":"2026-11-23T08:00"},"with":"N1","reason":"wedding"}""");
        var swap = (await asked.ReadAsync()).Text("id");
        using var nina = floor.Host.With(floor.KeyOf("N1"));
        using var accepted = await nina.PostAsync($"/api/v1/swaps/{swap}/accept", "{}");
        Assert.True(accepted.IsSuccessStatusCode, await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        var rita = await floor.SignInAsync("R1", width, dark: dark, language: language);
        await rita.GotoAsync("/rota/report?from=2026-11-23&to=2026-11-29");
        await Assertions.Expect(rita.Locator("table").First.Locator("tbody tr")).ToHaveCountAsync(3);
        await rita.KeepAsync($"rota-report-{width}");
        await rita.GotoAsync("/swaps");
        await rita.KeepAsync($"swaps-{width}");
        await rita.Locator("section.card button.primary").ClickAsync();
        await Assertions.Expect(rita.Locator("section.card")).ToHaveCountAsync(0);
        await Assertions.Expect(rita.Locator("#closed + ul > li")).ToHaveCountAsync(1);
    }

    private async Task<Floor> PlannedAsync()
    {
        var floor = await Floor.OpenAsync(chromium);
        await floor.PersonAsync("R1", "Rita Rota", "+447700900009", "scheduler");
        using var clinic = await floor.Host.Admin.PutAsync("/api/v1/roles/clinic", """{"name":"Clinic","coverage":{"hours":[{"days":["mon"],"from":"08:00","to":"16:00"}],"people":1}}""");
        Assert.True(clinic.IsSuccessStatusCode, await clinic.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        const string rows = $"""
            Role,Employee no,Start,End,Tier,Shift
            {Floor.Role},A1,2026-11-23 08:00,2026-11-23 20:00,1,Day
            {Floor.Role},B1,2026-11-23 20:00,2026-11-24 08:00,1,Night
            {Floor.Role},B1,2026-11-23 08:00,2026-11-23 20:00,2,Day
            {Floor.Role},N1,2026-11-25 00:00,2026-11-30 00:00,1,Week
            Clinic,A1,2026-11-23 08:00,2026-11-23 12:00,1,
            Clinic,B1,2026-11-23 10:00,2026-11-23 16:00,1,
            """;
        using var form = new MultipartFormDataContent { { new StringContent(rows), "file", "november.csv" }, { new StringContent("UTC"), "timeZone" }, { new StringContent("true"), "publish" } };
        using var answer = await floor.Host.Admin.PostAsync("/api/v1/rosters/uploads", form, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return floor;
    }
}
