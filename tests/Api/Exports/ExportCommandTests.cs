using OnCall.Api.Tests.Audit;
using OnCall.Api.Tests.Retention;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Exports;

/// <summary><c>export verify</c> as a program of its own: by the database beside the running program, and by a kept key with neither.</summary>
public sealed class ExportCommandTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_genuine_file_ends_with_0_and_a_changed_one_with_1_by_the_database_and_by_a_kept_key_alone()
    {
        await using var host = await RetentionApiTests.WardAsync();
        var page = await ExportApiTests.SentAsync(host);
        var file = Path.Combine(host.DataDirectory, "export.html");
        var content = await (await host.Admin.PostAsync($"/api/v1/pages/{page}/export", """{"reason":"Case 12"}""")).Content.ReadAsByteArrayAsync(Cancel);
        await File.WriteAllBytesAsync(file, content, Cancel);
        var key = Path.Combine(host.DataDirectory, "kept.pem");
        var keys = (await (await host.Admin.GetPathAsync("/api/v1/pages/exports/keys")).ReadAsync()).At("items");
        await File.WriteAllTextAsync(key, keys[0].Text("pem")!, Cancel);

        var (code, output, error) = await host.CommandAsync("export", "verify", file);
        Assert.True(code == 0 && output.Contains("Genuine.", StringComparison.Ordinal), output + error);
        (code, output, error) = await AuditHouse.CommandAsync("/proc/no-such-folder", "export", "verify", file, "--key", key);
        Assert.True(code == 0 && output.Contains(keys[0].Text("id")!, StringComparison.Ordinal), output + error);

        content[400] ^= 1;
        await File.WriteAllBytesAsync(file, content, Cancel);
        (code, output, error) = await AuditHouse.CommandAsync("/proc/no-such-folder", "export", "verify", file, "--key", key);
        Assert.True(code == 1 && output.Contains("NOT GENUINE: It is not what was signed", StringComparison.Ordinal), output + error);
    }

    [Theory]
    [InlineData("export")]
    [InlineData("export", "verify")]
    [InlineData("export", "verify", "/no/such/file")]
    [InlineData("export", "verify", "/no/such/file", "--key", "/no/such/key")]
    public async Task What_cannot_be_checked_ends_with_2(params string[] words)
    {
        var (code, output, error) = await AuditHouse.CommandAsync("/proc/no-such-folder", words);
        Assert.True(code == 2, output + error);
        Assert.NotEmpty(error);
    }
}
