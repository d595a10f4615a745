using NodaTime;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Audit;

/// <summary><c>audit verify</c> as a program of its own, beside the one that runs: what counts is how it ends and what it names.</summary>
public sealed class AuditCommandTests
{
    [Fact]
    public async Task A_sound_trail_ends_with_0_and_a_changed_entry_with_1_and_its_name()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:N1"), host.Entry("person:N\u001b[2J"));
        await host.SealAsync();
        await host.KeepAnchorAsync();
        var (code, output, error) = await host.CommandAsync("audit", "verify");
        Assert.True(code == 0, output + error);
        Assert.EndsWith("Sound." + Environment.NewLine, output, StringComparison.Ordinal);
        Assert.Contains("Anchors: 1 in ", output, StringComparison.Ordinal);

        await host.TamperAsync("update audit_entry set detail = '[]' where action = 'test.act';");

        (code, output, error) = await host.CommandAsync("audit", "verify");
        Assert.True(code == 1, output + error);
        Assert.Contains("- Altered, place ", output, StringComparison.Ordinal);
        Assert.Contains("[2026-11-23T09:00:00Z person:N1 test.act test:1]", output, StringComparison.Ordinal);
        Assert.Contains("NOT SOUND: 2 findings.", output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", output, StringComparison.Ordinal);
        Assert.Equal(2, (await host.CommandAsync("audit", "verify", "--from", "100000")).Code);
    }

    [Fact]
    public async Task Without_an_anchor_nobody_is_told_that_all_is_well()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:N1"));
        await host.SealAsync();
        var (code, output, error) = await host.CommandAsync("audit", "verify");
        Assert.True(code == 2, output + error);
        Assert.Contains("Anchors: none in ", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trail_that_was_wiped_is_not_called_sound()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:N1"));
        await host.SealAsync();
        await host.TamperAsync("delete from audit_seal; delete from audit_entry;");
        var (code, output, error) = await host.CommandAsync("audit", "verify");
        Assert.True(code == 2, output + error);
    }

    [Fact]
    public async Task What_somebody_adds_with_an_earlier_time_is_named_as_sealed_late()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:N1"));
        await host.SealAsync();
        var earlier = host.Entry("person:invented");
        host.Clock.Advance(Duration.FromMinutes(5));
        await host.WriteAsync(earlier, host.Entry("person:N2"));
        await host.SealAsync();
        await host.KeepAnchorAsync();

        var (code, output, error) = await host.CommandAsync("audit", "verify");

        Assert.True(code == 0, output + error);
        Assert.Matches("Late:    place [0-9]+, entry [0-9]+ .2026-11-23T09:00:00Z person:invented test.act test:1. was sealed 2026-11-23T09:05:00Z", output);
        Assert.Contains("Late:    1 in all", output, StringComparison.Ordinal);
        Assert.Contains("\"late\":1", await (await host.Admin.PostAsync("/api/v1/audit/verify", "{}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_anchor_that_says_something_else_ends_with_1()
    {
        await using var host = await ApiHost.StartAsync();
        await host.WriteAsync(host.Entry("person:N1"));
        await host.SealAsync();
        var file = Path.Combine(host.DataDirectory, "kept.jsonl");
        await File.WriteAllTextAsync(file, $$"""{"place":1,"hash":"{{new string('a', 64)}}","at":"2026-11-23T09:00:00Z","entries":1}""" + "\n", TestContext.Current.CancellationToken);
        var (code, output, error) = await host.CommandAsync("audit", "verify", "--anchors", file);
        Assert.True(code == 1, output + error);
        Assert.Contains("AnchorNotMatched, place 1", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("audit")]
    [InlineData("audit", "repair")]
    [InlineData("audit", "verify", "--from", "0")]
    [InlineData("audit", "verify", "--anchors")]
    [InlineData("audit", "verify", "--anchors", "/no/such/file")]
    [InlineData("audit", "verify")]
    public async Task What_cannot_be_checked_ends_with_2_and_makes_nothing(params string[] words)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-audit-");
        try
        {
            var (code, output, error) = await AuditHouse.CommandAsync(folder.FullName, words);
            Assert.True(code == 2, output + error);
            Assert.Single(error.TrimEnd('\n').Split('\n'));
            Assert.Empty(folder.EnumerateFileSystemInfos());
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public async Task A_stop_seals_what_is_left_and_keeps_an_anchor()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-audit-");
        try
        {
            var file = Path.Combine(folder.FullName, "anchors.jsonl");
            var database = Path.Combine(folder.FullName, "oncall.db");
            var host = await ApiHost.StartAsync(engine: true, settings: new Dictionary<string, string?>
            {
                ["OnCall:Audit:AnchorFile"] = file, ["OnCall:Database:ConnectionString"] = "Data Source=" + database,
            });
            await host.WriteAsync(host.Entry("person:last"));
            await host.DisposeAsync();
            Assert.True(File.Exists(file));
            var (code, output, error) = await AuditHouse.CommandAsync(folder.FullName, "audit", "verify", "--anchors", file);
            Assert.True(code == 0, output + error);
            Assert.Contains("Head:    place ", output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
