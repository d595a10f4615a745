using System.Globalization;
using OnCall.Scenarios.Tests.Nodes;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Crashes;

/// <summary>
/// The real process on a real database is killed (<c>kill -9</c>) again and again while pages flow. <c>ONCALL_CRASHES=200</c> kills it more
/// often, <c>ONCALL_CRASH_SEED</c> repeats a run's choices.
/// </summary>
public sealed class CrashTests
{
    private static readonly TimeSpan Resumes = TimeSpan.FromSeconds(10);

    // A claim's end and the look that finds it, beside a machine that starts a program.
    private static readonly TimeSpan ClaimsEnd = TimeSpan.FromSeconds(12);

    [Fact]
    public async Task No_accepted_page_is_lost_however_often_the_process_is_killed()
    {
        var crashes = Setting("ONCALL_CRASHES", 10);
        var seed = Setting("ONCALL_CRASH_SEED", Random.Shared.Next());
        await using var hospital = await LiveHospital.OpenAsync(TestDatabase.UsualAsync());
        var node = hospital.Node();
        await LiveHospital.StartAsync(node);
        await CrashWard.SetUpAsync(node);
        using var flow = new PageFlow(hospital, node, seed);
        var crasher = new Crasher(hospital, node, seed + 1);

        flow.Begin();
        await crasher.RunAsync(crashes, flow);
        await flow.EndAsync();

        var result = await CrashResult.ReadAsync(hospital, flow, crasher);
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}\n{result.Table}");
        Assert.Empty(result.Lost);
        Assert.Empty(flow.Contradictions);
        Assert.Equal(flow.Accepted.Count, result.Pages);
        Assert.Empty(result.TooManyRepeats);
        Assert.Empty(result.RepeatsThatDoNotSaySo);
        Assert.All(crasher.Resumed, r => Assert.True((r.Sweep ?? default) <= Resumes && (r.Due ?? default) <= Resumes, $"resumed late: {r}"));
        Assert.All(crasher.Resumed, r => Assert.True((r.Claims ?? default) <= ClaimsEnd || r.Claims <= r.Start + Resumes, $"what was on the wire came late: {r}"));
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
