using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using OnCall.Application.Retention;
using OnCall.Testing;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Screens.Tests;

/// <summary>The screen of retention and an export as it is printed, in a real browser.</summary>
public sealed class RetentionTests(Chromium chromium)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rules_a_forecast_a_hold_and_a_report_are_read_on_one_screen()
    {
        await using var host = await WardAsync();
        await PageAsync(host, "cancel", """{"reason":"wrong ward"}""");
        var held = await PageAsync(host, "cancel", """{"reason":"wrong ward"}""");
        host.Clock.Advance(Duration.FromDays(40));
        await MustAsync(host.Admin.PutAsync("/api/v1/retention/rules/urgentPages", """{"orgUnit":"ward","days":30}"""));
        await MustAsync(host.Admin.PostAsync("/api/v1/retention/holds", $$"""{"page":"{{held}}","reason":"Case 12 of 2026"}"""));
        var window = await SignedInAsync(host);
        await window.GotoAsync("/admin/retention");
        await window.GetByRole(AriaRole.Button, new() { Name = "Count what would go" }).ClickAsync();
        await Assertions.Expect(window.GetByRole(AriaRole.Heading, new() { Name = "What would go" })).ToBeVisibleAsync();
        await window.KeepAsync("retention-forecast");

        await host.Services.GetRequiredService<RunRetention>().RunAsync(Cancel);
        await window.GotoAsync("/admin/retention");
        await Assertions.Expect(window.GetByText("1 × page (Urgent pages, ward, kept 30 days)")).ToBeVisibleAsync();
        await Assertions.Expect(window.GetByText("1 × page by the hold on #")).ToBeVisibleAsync();
        await window.KeepAsync("retention");
        await window.SetViewportSizeAsync(390, 900);
        Assert.True(await window.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth + 1"), "the screen is wider than a telephone");
        await window.KeepAsync("retention-telephone");
    }

    [Fact]
    public async Task An_export_is_saved_and_printed_with_who_exported_it_on_every_sheet()
    {
        await using var host = await WardAsync();
        var page = await PageAsync(host, "messages", """{"body":"On my way"}""");
        for (var i = 0; i < 60; i++)
        {
            await MustAsync(host.Admin.PostAsync($"/api/v1/pages/{page}/messages", JsonSerializer.Serialize(new { body = $"Words {i}: the monitor shows what the nurse has told before, and nothing has changed since." })));
        }

        var window = await SignedInAsync(host);
        await window.GotoAsync($"/pages/{page}?form=export");
        await window.GetByLabel("Reason").FillAsync("Case 12 of 2026");
        await window.KeepAsync("export-form");
        var download = await window.RunAndWaitForDownloadAsync(() => window.GetByRole(AriaRole.Button, new() { Name = "Export", Exact = true }).ClickAsync());
        var file = await File.ReadAllTextAsync(await download.PathAsync(), Cancel);

        var asked = new List<string>();
        var paper = await chromium.OpenAsync(host.Address);
        paper.Request += (_, request) => asked.Add(request.Url);
        await paper.SetContentAsync(file);
        await paper.KeepAsync("export", except: ".behind");
        await paper.EmulateMediaAsync(new() { Media = Media.Print });
        var pdf = await paper.PdfAsync(new() { PreferCSSPageSize = true });
        if (Environment.GetEnvironmentVariable("ONCALL_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, "export.pdf"), pdf, Cancel);
        }

        // The head of a table is repeated on each sheet that the table goes over (CSS 2.1, 17.2.1), and so is what stands fast (9.6.1).
        Assert.Equal("table-header-group", await paper.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.mark').closest('thead')).display"));
        Assert.Equal("fixed", await paper.EvaluateAsync<string>("() => getComputedStyle(document.querySelector('.behind')).position"));
        Assert.Contains("Ada Okafor", await paper.Locator(".mark").InnerTextAsync(), StringComparison.Ordinal);
        Assert.Contains("Case 12 of 2026", await paper.Locator(".mark").InnerTextAsync(), StringComparison.Ordinal);
        Assert.True(System.Text.Encoding.Latin1.GetString(pdf).Split("/Type /Page\n").Length > 3, "it has too few sheets to tell");
        Assert.Empty(asked);
        await EverySheetSaysAsync(pdf, "Reason: Case 12 of 2026.");
    }

    // Where poppler is installed, by the words that each sheet really has.
    private static async Task EverySheetSaysAsync(byte[] pdf, string words)
    {
        if (!OtherProgram.Runs("pdftotext", "-v"))
        {
            return;
        }

        var folder = Directory.CreateTempSubdirectory("oncall-export-");
        var file = Path.Combine(folder.FullName, "export.pdf");
        try
        {
            await File.WriteAllBytesAsync(file, pdf, Cancel);
            using var reading = OtherProgram.Start("pdftotext", ["-layout", file, "-"]);
            var sheets = (await reading.StandardOutput.ReadToEndAsync(Cancel)).TrimEnd('\f').Split('\f');
            Assert.True(sheets.Length > 2);
            Assert.All(sheets, sheet => Assert.Contains(words, string.Join(' ', sheet.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<ApiHost> WardAsync()
    {
        var host = await ApiHost.StartAsync(settings: new Dictionary<string, string?>(StringComparer.Ordinal) { ["OnCall:Retention:Hour"] = "0" });
        await MustAsync(host.Admin.PutAsync("/api/v1/org-units/ward", """{"name":"Ward"}"""));
        await MustAsync(host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward – nurse","orgUnit":"ward"}"""));
        await MustAsync(host.Admin.PutAsync("/api/v1/people/A1", """{"name":"Ada Okafor","permissions":[{"permission":"admin"}]}"""));
        return host;
    }

    private static async Task<string> PageAsync(ApiHost host, string move, string body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonRequests.Body("""{"role":"ward","urgency":"urgent","subject":"Chest pain","body":"68 y, ST elevation"}""") };
        request.Headers.Add("Idempotency-Key", $"k{Random.Shared.NextInt64()}");
        var page = (await (await host.Admin.SendAsync(request, Cancel)).ReadAsync()).Text("id")!;
        await MustAsync(host.Admin.PostAsync($"/api/v1/pages/{page}/{move}", body));
        return page;
    }

    private async Task<IPage> SignedInAsync(ApiHost host)
    {
        var key = (await (await host.Admin.PostAsync("/api/v1/keys", """{"person":"A1"}""")).ReadAsync()).Text("key")!;
        var window = await chromium.OpenAsync(host.Address);
        await window.GotoAsync("/sign-in");
        await window.GetByText("Sign in with a key").ClickAsync();
        await window.Locator("#key").FillAsync(key);
        await window.GetByRole(AriaRole.Button, new() { Name = "Sign in with the key" }).ClickAsync();
        await Assertions.Expect(window.GetByRole(AriaRole.Heading, new() { Name = "Inbox", Exact = true })).ToBeVisibleAsync();
        return window;
    }

    private static async Task MustAsync(Task<HttpResponseMessage> asking)
    {
        using var answer = await asking;
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }
}
