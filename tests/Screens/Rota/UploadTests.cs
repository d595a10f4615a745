using System.Text;
using Microsoft.Playwright;
using OnCall.Screens.Tests.Staff;

namespace OnCall.Screens.Tests.Rota;

/// <summary>A rota coordinator with a roster file as it comes out of the hospital's own program.</summary>
public sealed class UploadTests(Chromium chromium)
{
    private const string Good = "Post;Nr;Anfang;Schluss\nCardio;B1;24.11.2026 08:00;24.11.2026 20:00\nCardio;N1;24.11.2026 20:00;25.11.2026 08:00\n";

    static UploadTests() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    [Fact]
    public async Task Columns_are_put_right_by_hand_with_the_file_still_chosen_then_published_and_taken_back()
    {
        await using var floor = await OpenAsync();
        var rita = await floor.SignInAsync("R1", width: 1100);
        await rita.GotoAsync("/rota/uploads");
        await rita.KeepAsync("upload-empty");
        await ChooseAsync(rita, "november.csv", Good, Encoding.UTF8);
        await ReadAsync(rita);
        await Assertions.Expect(rita.Locator("#problems-Error")).ToContainTextAsync("Errors");
        await rita.KeepAsync("upload-columns");

        await rita.Locator("#map-role").SelectOptionAsync("Post");
        await rita.Locator("#map-employeeNo").SelectOptionAsync("Nr");
        await rita.Locator("#map-start").SelectOptionAsync("Anfang");
        await rita.Locator("#map-end").SelectOptionAsync("Schluss");
        await ReadAsync(rita);
        await Assertions.Expect(rita.Locator("#result .state.big")).ToHaveTextAsync("Preview, not in force");
        await Assertions.Expect(rita.Locator("#difference")).ToBeVisibleAsync();
        await rita.KeepAsync("upload-preview");

        await rita.GetByRole(AriaRole.Button, new() { Name = "Publish it" }).ClickAsync();
        await Assertions.Expect(rita.Locator("#result .state.big")).ToHaveTextAsync("In force");
        await rita.GotoAsync("/rota?from=2026-11-23");
        await Assertions.Expect(rita.Locator($".tl-track[aria-label='{Floor.Role}'] .tl-bar text").Last).ToHaveTextAsync("Nina Nurse");

        await rita.GotoAsync("/rota/uploads");
        await rita.GetByRole(AriaRole.Link, new() { Name = "november.csv" }).ClickAsync();
        await rita.GetByRole(AriaRole.Button, new() { Name = "Undo…" }).ClickAsync();
        await rita.KeepAsync("upload-undo");
        await rita.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).ClickAsync();
        await Assertions.Expect(rita.Locator("#result .state.big")).ToHaveTextAsync("Taken back");
    }

    [Fact]
    public async Task Each_error_stands_beside_its_row_and_a_file_in_another_encoding_is_read()
    {
        await using var floor = await OpenAsync();
        var rita = await floor.SignInAsync("R1", width: 390, dark: true);
        await rita.GotoAsync("/rota/uploads");
        await ChooseAsync(
            rita, "十一月.csv", "役割,職員番号,開始,終了\nCardio,B1,2026-11-24 08:00,2026-11-24 20:00\n循環器,N1,2026-11-24 20:00,2026-11-25 08:00\nCardio,Z9,きのう,2026-11-25 08:00\n", Encoding.GetEncoding("shift_jis"));
        await ReadAsync(rita);

        await Assertions.Expect(rita.Locator("#detected + dl")).ToContainTextAsync("shift_jis");
        await Assertions.Expect(rita.Locator(".as-written").First).ToContainTextAsync("循環器");
        await Assertions.Expect(rita.Locator(".problems")).ToContainTextAsync("Row 4");
        await rita.KeepAsync("upload-errors-390");
    }

    [Fact]
    public async Task A_file_that_is_dropped_is_the_one_that_is_sent()
    {
        await using var floor = await OpenAsync();
        var rita = await floor.SignInAsync("R1", width: 1100, language: "ja-JP");
        await rita.GotoAsync("/rota/uploads");
        var dropped = await rita.EvaluateHandleAsync("text => { const all = new DataTransfer(); all.items.add(new File([text], 'dropped.csv', { type: 'text/csv' })); return all; }", "Role,Employee no,Start,End\nCardio,B1,2026-11-24 08:00,2026-11-24 20:00\n");
        await rita.DispatchEventAsync("#drop", "drop", new { dataTransfer = dropped });
        await ReadAsync(rita);

        await Assertions.Expect(rita.Locator("#result .state.big")).ToHaveTextAsync("プレビュー（未公開）");
        await rita.KeepAsync("upload-preview-ja");
    }

    [Fact]
    public async Task Without_scripts_a_file_is_read_published_and_told_of()
    {
        await using var floor = await OpenAsync();
        var rita = await floor.SignInAsync("R1", width: 1100, script: false);
        await rita.GotoAsync("/rota/uploads");
        await ChooseAsync(rita, "plain.csv", "Role,Employee no,Start,End\nCardio,B1,2026-11-24 08:00,2026-11-24 20:00\n", Encoding.UTF8);
        await rita.Locator("#upload button.primary").ClickAsync();
        await Assertions.Expect(rita.Locator("h1")).ToHaveTextAsync("plain.csv");
        await rita.GetByRole(AriaRole.Button, new() { Name = "Publish it" }).ClickAsync();

        await Assertions.Expect(rita.Locator("#result .state.big")).ToHaveTextAsync("In force");
    }

    [Fact]
    public async Task A_file_of_some_megabytes_is_taken_and_one_beyond_16_is_refused_in_words()
    {
        await using var floor = await OpenAsync();
        var rita = await floor.SignInAsync("R1", width: 1100);
        await rita.GotoAsync("/rota/uploads");
        var rows = new StringBuilder("Role,Employee no,Start,End,Remark\nCardio,B1,2026-11-24 08:00,2026-11-24 20:00,");
        rows.Append('x', 60_000).Append('\n');
        for (var i = 0; i < 60; i++)
        {
            rows.Append("Cardio,B1,2026-12-").Append((i % 28) + 1).Append(" 08:00,2026-12-").Append((i % 28) + 1).Append(" 20:00,").Append('x', 60_000).Append('\n');
        }

        await ChooseAsync(rita, "large.csv", rows.ToString(), Encoding.UTF8);
        await ReadAsync(rita);
        await Assertions.Expect(rita.Locator("#result h2#detected")).ToBeVisibleAsync();

        await ChooseAsync(rita, "huge.csv", new string('x', (16 * 1024 * 1024) + 10), Encoding.ASCII);
        await ReadAsync(rita);
        await Assertions.Expect(rita.Locator("#result .alert")).ToContainTextAsync("16 MiB");
    }

    private static Task ChooseAsync(IPage page, string name, string text, Encoding encoding) =>
        page.Locator("#file").SetInputFilesAsync(new FilePayload { Name = name, MimeType = "text/csv", Buffer = encoding.GetBytes(text) });

    private static Task ReadAsync(IPage page) =>
        page.RunAndWaitForResponseAsync(() => page.Locator("#upload button.primary").ClickAsync(), response => response.Url.Contains("/rota/uploads", StringComparison.Ordinal) && response.Status != 302);

    private async Task<Floor> OpenAsync()
    {
        var floor = await Floor.OpenAsync(chromium);
        await floor.PersonAsync("R1", "Rita Rota", "+447700900009", "scheduler");
        return floor;
    }
}
