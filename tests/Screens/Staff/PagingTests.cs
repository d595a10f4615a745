using Microsoft.Playwright;
using NodaTime;
using OnCall.Testing.Hosting;

namespace OnCall.Screens.Tests.Staff;

/// <summary>A nurse pages a role and watches what becomes of it.</summary>
public sealed class PagingTests(Chromium chromium)
{
    [Fact]
    public async Task Without_scripts_a_nurse_sends_a_page_and_a_physician_takes_it()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var nina = await floor.SignInAsync("N1", script: false);
        await nina.GotoAsync("/page");
        await nina.Locator("#role").FillAsync("cardio");
        await nina.Button("Who is on now?").ClickAsync();
        await Assertions.Expect(nina.Locator("#who-is-on")).ToContainTextAsync("Dr Adler, tier 1");
        await nina.Locator("#urgency-urgent").CheckAsync();
        await nina.Locator("#callback").FillAsync("555 0199");
        await nina.Locator("#body").FillAsync("68 y, ST elevation");
        await nina.Button("Send the page").ClickAsync();
        await Assertions.Expect(nina.Locator(".state.big")).ToHaveTextAsync("Step 1 of 4 – nobody has it");

        var adler = await floor.SignInAsync("A1", script: false);
        await adler.Button("On my way").ClickAsync();
        await nina.ReloadAsync();
        await Assertions.Expect(nina.Locator(".state.big")).ToHaveTextAsync("Dr Adler has it");
        await Assertions.Expect(nina.Locator("#state")).ToContainTextAsync("“On my way”");
    }

    [Fact]
    public async Task The_sender_watches_live_who_takes_it_and_can_hurry_it()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var page = await floor.PageAsync("first", "urgent");
        var nina = await floor.SignInAsync("N1");
        await nina.GotoAsync("/pages/" + page);
        await Assertions.Expect(nina.Locator("#state .countdown")).Not.ToHaveTextAsync("in 2 min");
        await nina.KeepAsync("trail-open");
        await nina.Button("Escalate now").ClickAsync();
        await Assertions.Expect(nina.Locator(".state.big")).ToHaveTextAsync("Step 2 of 4 – nobody has it");
        await Assertions.Expect(nina.Locator("#responder-list")).ToContainTextAsync("Dr Baum");
        await nina.GetByRole(AriaRole.Link, new() { Name = "Write a message…" }).ClickAsync();
        await nina.Locator("#message").FillAsync("Catheter laboratory is free.");
        await nina.Button("Add the message").ClickAsync();
        await Assertions.Expect(nina.Locator("#trail-list")).ToContainTextAsync("Catheter laboratory is free.");

        await floor.AnswerAsync("B1", page);
        await Assertions.Expect(nina.Locator(".state.big")).ToHaveTextAsync("Dr Baum has it", new() { Timeout = 10_000 });
        await nina.KeepAsync("trail-taken");
        await nina.GetByRole(AriaRole.Link, new() { Name = "Cancel the page…" }).ClickAsync();
        await nina.Locator("#reason").FillAsync("Wrong bed");
        await nina.KeepAsync("trail-cancel");
        await nina.Button("Cancel the page").ClickAsync();
        await Assertions.Expect(nina.Locator(".state.big")).ToHaveTextAsync("Cancelled");
    }

    [Theory]
    [InlineData("ja", 320, true)]
    [InlineData("zh-CN", 1100, false)]
    public async Task A_trail_is_read_in_every_language(string language, int width, bool dark)
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var page = await floor.PageAsync("first", "critical-result");
        var adler = await floor.SignInAsync("A1", width, dark: dark, language: language);
        await adler.GotoAsync("/pages/" + page);
        await Assertions.Expect(adler.Locator("form.answer")).ToBeVisibleAsync();
        await adler.KeepAsync($"trail-{language}-{width}");
        await adler.GotoAsync("/page");
        await adler.KeepAsync($"page-{language}-{width}");
    }

    [Fact]
    public async Task What_leaves_the_building_is_warned_of_in_its_field()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var nina = await floor.SignInAsync("N1");
        await nina.GotoAsync("/page");
        await nina.Locator("#callback").FillAsync("555 0199 ext 12");
        await Assertions.Expect(nina.Locator("#callback-letters")).ToBeEmptyAsync();
        await nina.Locator("#callback").FillAsync("Mrs Ito bed 4");
        await Assertions.Expect(nina.Locator("#callback-letters")).ToContainTextAsync("never a name or anything about a patient");
        await nina.KeepAsync("page-letters");
    }

    [Fact]
    public async Task A_role_is_found_while_typing_with_the_keyboard_alone()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var nina = await floor.SignInAsync("N1");

        using var made = await floor.Host.Admin.PutAsync("/api/v1/roles/cardiac-surgery", """{"name":"Cardiac surgery – first call","fallbackRole":"cardiology/duty-physician"}""");
        await nina.GotoAsync("/page");
        await nina.Locator("#role").PressSequentiallyAsync("car");
        await Assertions.Expect(nina.Locator("#found").GetByRole(AriaRole.Option)).ToHaveCountAsync(2);
        await Assertions.Expect(nina.Locator("#found-said")).ToHaveTextAsync("2 roles found.");
        await nina.KeepAsync("page-found");
        await nina.Locator("#role").PressAsync("ArrowDown");
        await Assertions.Expect(nina.Locator("#found-0")).ToContainTextAsync($"Nobody is on now. A page goes to {Floor.Role} at once.");
        await nina.Locator("#role").PressAsync("ArrowDown");
        await Assertions.Expect(nina.Locator("#role")).ToHaveAttributeAsync("aria-activedescendant", "found-1");
        await nina.Locator("#role").PressAsync("Enter");
        await Assertions.Expect(nina.Locator("#role")).ToHaveValueAsync(Floor.Role);
        await Assertions.Expect(nina.GetByRole(AriaRole.Listbox)).ToBeHiddenAsync();
        await Assertions.Expect(nina.Locator("#who-is-on")).ToContainTextAsync("Dr Adler, tier 1, until 05:00");
        await nina.KeepAsync("page-chosen");
        Assert.EndsWith("/page", nina.Url, StringComparison.Ordinal);

        // Marked, it stands first before anything is typed, and what was typed is still there.
        await nina.Locator("#subject").FillAsync("Chest pain");
        await nina.GetByRole(AriaRole.Button, new() { Name = "Mark as favourite" }).ClickAsync();
        await Assertions.Expect(nina.Locator("#subject")).ToHaveValueAsync("Chest pain");
        await nina.Locator("#role").FillAsync("");
        await Assertions.Expect(nina.Locator("#found-0")).ToContainTextAsync("★ Favourite");
        await nina.KeepAsync("page-favourite");
    }

    [Fact]
    public async Task Where_the_search_does_not_answer_the_browsers_own_list_stays()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var nina = await floor.SignInAsync("N1");
        await nina.RouteAsync("**/api/v1/roles/search?q=*", route => route.FulfillAsync(new() { Status = 503 }));
        await nina.GotoAsync("/page");
        await nina.RunAndWaitForResponseAsync(() => nina.Locator("#role").PressSequentiallyAsync("c"), response => response.Url.Contains("/roles/search", StringComparison.Ordinal));
        await Assertions.Expect(nina.Locator("#role")).ToHaveAttributeAsync("list", "roles");
        await Assertions.Expect(nina.Locator("#found")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_template_is_put_after_what_is_typed_with_the_cursor_in_its_first_blank()
    {
        await using var floor = await Floor.OpenAsync(chromium);
        var nina = await floor.SignInAsync("N1");
        await nina.GotoAsync("/page");
        await nina.Locator("#body").FillAsync("Bed 4.");
        await nina.Locator("#template").SelectOptionAsync("sbar");
        await nina.GetByRole(AriaRole.Button, new() { Name = "Put into the message" }).ClickAsync();
        await Assertions.Expect(nina.Locator("#body")).ToBeFocusedAsync();
        await nina.Keyboard.TypeAsync("chest pain");
        await Assertions.Expect(nina.Locator("#body")).ToHaveValueAsync("Bed 4.\n\nSituation: chest pain\nBackground: \nAssessment: \nRecommendation: ");
        await nina.KeepAsync("page-template");
    }
}
