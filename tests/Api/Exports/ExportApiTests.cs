using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OnCall.Api.Tests.Audit;
using OnCall.Api.Tests.Pages;
using OnCall.Api.Tests.Retention;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Exports;

/// <summary>A page as a signed file over HTTP.</summary>
public sealed class ExportApiTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_has_everything_of_the_page_says_who_and_why_and_is_genuine()
    {
        await using var host = await RetentionApiTests.WardAsync();
        var page = await SentAsync(host);
        await host.SealAsync();
        var answer = await host.Admin.PostAsync($"/api/v1/pages/{page}/export", """{"reason":"Case <12> of 2026"}""");
        var file = await answer.Content.ReadAsByteArrayAsync(Cancel);
        var text = Encoding.UTF8.GetString(file);

        Assert.Equal(("text/html", "no-store", true), (answer.Content.Headers.ContentType!.MediaType, answer.Headers.CacheControl!.ToString(), answer.Content.Headers.ContentDisposition!.DispositionType == "attachment"));
        Assert.Contains("Reason: Case &lt;12&gt; of 2026.", text, StringComparison.Ordinal);
        foreach (var words in new[] { "Chest pain", "ST elevation", "MRN 4711", "no aspirin", "page.send", "message", "<h2>Attempts and receipts</h2>" })
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<script", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<b>bold</b>", text, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold&lt;/b&gt;", text, StringComparison.Ordinal);
        Assert.True(await IsGenuineAsync(host, text));
        Assert.False(await IsGenuineAsync(host, text.Replace("no aspirin", "aspirin", StringComparison.Ordinal)));
        Assert.False(await IsGenuineAsync(host, "words"));

        var entry = Assert.Single(await host.EntriesAsync("page.export"));
        Assert.Equal("page:" + page, entry.Subject);
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(file)), JsonDocument.Parse(entry.Detail).RootElement.Text("sha256"));
    }

    [Fact]
    public async Task As_data_it_is_json_with_places_and_hashes_of_the_trail_and_anybody_can_check_it_by_the_public_key()
    {
        await using var host = await RetentionApiTests.WardAsync();
        var page = await SentAsync(host);
        await host.SealAsync();
        var file = await (await host.Admin.PostAsync($"/api/v1/pages/{page}/export", """{"reason":"Case 12","form":"json"}""")).Content.ReadAsByteArrayAsync(Cancel);
        var read = JsonDocument.Parse(file).RootElement;
        var export = read.At("export");
        Assert.Equal(("oncall-page-export-1", page, "Case 12"), (export.Text("format"), export.At("page").Text("id"), export.At("exported").Text("reason")));
        var sent = export.At("audit").EnumerateArray().First();
        Assert.Equal(("page.send", true), (sent.Text("action"), sent.At("place").GetInt64() > 0 && sent.Text("hash")!.Length == 64));

        // As somebody would who has neither OnCall nor its database.
        var published = Assert.Single((await (await host.Admin.GetPathAsync("/api/v1/pages/exports/keys")).ReadAsync()).At("items").EnumerateArray());
        using var key = ECDsa.Create();
        key.ImportFromPem(published.Text("pem"));
        var text = Encoding.UTF8.GetString(file);
        var content = text[..text.LastIndexOf(",\"seal\":", StringComparison.Ordinal)];
        var signed = Encoding.UTF8.GetBytes($"oncall-export-1\nJson\n{published.Text("id")}\n{content}");
        Assert.Equal(published.Text("id"), Convert.ToHexStringLower(SHA256.HashData(key.ExportSubjectPublicKeyInfo())));
        Assert.True(key.VerifyData(signed, Convert.FromHexString(read.At("seal").Text("signature")!), HashAlgorithmName.SHA256));
    }

    [Fact]
    public async Task Why_it_was_exported_stands_in_the_trail_sealed_and_auditors_read_it()
    {
        await using var host = await RetentionApiTests.WardAsync();
        var page = await SentAsync(host);
        await host.Admin.PostAsync($"/api/v1/pages/{page}/export", """{"reason":"Complaint of Mrs Lindqvist"}""");

        Assert.DoesNotContain("Lindqvist", Assert.Single(await host.EntriesAsync("page.export")).Detail, StringComparison.Ordinal);
        Assert.Equal("Complaint of Mrs Lindqvist", Assert.Single((await host.Admin.FindAsync("?action=page.export")).Items).Text("words"));
        Assert.DoesNotContain("Lindqvist", await host.Admin.GetStringAsync(new Uri("/api/v1/audit.csv", UriKind.Relative), Cancel), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Administrators_and_auditors_of_its_unit_may_and_nobody_else()
    {
        await using var host = await RetentionApiTests.WardAsync();
        (await host.Admin.PutAsync("/api/v1/org-units/other", """{"name":"Other"}""")).EnsureSuccessStatusCode();
        var page = await SentAsync(host);
        foreach (var (permission, unit, may) in new[]
        {
            ("auditor", "ward", true), ("admin", "ward", true), ("auditor", "other", false), ("admin", "other", false), ("dispatcher", "ward", false), ("staff", null, false),
        })
        {
            using var client = await host.AsAsync(permission, unit);
            var answer = await client.PostAsync($"/api/v1/pages/{page}/export", """{"reason":"Case 12"}""");
            Assert.Equal((permission, unit, may ? HttpStatusCode.OK : HttpStatusCode.Forbidden), (permission, unit, answer.StatusCode));
        }

        Assert.Equal(2, (await host.EntriesAsync("page.export")).Count);
    }

    [Fact]
    public async Task Without_a_reason_or_a_page_there_is_no_file_and_no_entry()
    {
        await using var host = await RetentionApiTests.WardAsync();
        var page = await SentAsync(host);
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync($"/api/v1/pages/{page}/export", """{"reason":" ","form":"pdf"}"""), "form", "reason");
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync($"/api/v1/pages/{page}/export", $$"""{"reason":"{{new string('x', 301)}}"}"""), "reason");
        await ProblemAssert.IsAsync(HttpStatusCode.NotFound, "unknown-page", await host.Admin.PostAsync($"/api/v1/pages/{Guid.Empty}/export", """{"reason":"x"}"""));
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync("/api/v1/pages/exports/verify", "{}"), "file");
        Assert.Empty(await host.EntriesAsync("page.export"));
    }

    internal static async Task<string> SentAsync(ApiHost host)
    {
        var body = """{"role":"ward","urgency":"urgent","subject":"Chest pain","body":"68 y, ST elevation <b>bold</b>","patientRef":"MRN 4711"}""";
        var page = (await (await host.Admin.PageAsync(body)).ReadAsync()).Text("id")!;
        await host.MoveAsync(page, "messages", """{"body":"no aspirin"}""");
        return page;
    }

    private static async Task<bool> IsGenuineAsync(ApiHost host, string text) =>
        (await (await host.Admin.PostAsync("/api/v1/pages/exports/verify", JsonSerializer.Serialize(new { file = text }))).ReadAsync()).At("genuine").GetBoolean();
}
