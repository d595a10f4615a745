using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>
/// Pages come in at two nodes at once, and three engines claim what they cause: each message goes out once, and no node does it all.
/// <c>ONCALL_NODES_PAGES=2000</c> makes it 10,000 messages.
/// </summary>
public abstract class SharedWorkContract
{
    private const int Methods = 5;
    private const int Few = 500;
    private static readonly IReadOnlyList<string> s_roles = ["ward/one", "ward/two", "ward/three", "ward/four"];
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60 + (Sizes.Pages / 5));

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task Three_nodes_share_the_work_and_no_message_goes_out_twice()
    {
        await using var hospital = await LiveHospital.OpenAsync(OpenAsync());
        var nodes = new ThreeNodes(hospital);
        await nodes.StartAsync();
        await SetUpAsync(nodes.A);
        var tale = new Tale($"{hospital.Provider}: {Sizes.Pages} pages through two nodes, {Methods} messages each");

        // Of a code all messages leave at once, and soon the next: many of those would never be through. Of urgent pages some wait, and that is all.
        using var load = new PageLoad(nodes.Doors, s_roles, Sizes.Pages > Few ? "urgent" : "code");

        await load.WarmAsync();
        await Until.TrueAsync(async () => await WaitingAsync(hospital) == 0, Patience, () => "The first messages are still not sent.", TestContext.Current.CancellationToken);
        var warm = load.Accepted.Select(a => a.Id).ToHashSet();
        await load.SendAsync(Sizes.Pages, atOnce: 8);
        tale.Note("", $"{load.Accepted.Count} pages accepted: {load.Told()}");
        await Until.TrueAsync(async () => await WaitingAsync(hospital) == 0, Patience, () => "Messages are still not sent.", TestContext.Current.CancellationToken);
        tale.Note("", "nothing is left to be sent");

        var trail = await Trail.ReadAsync(hospital, nodes);
        tale.Add(trail, trail.Pages[trail.Pages.Count / 2]);
        tale.Print([.. trail.Arrivals.GroupBy(a => a.Kind).Select(kind => $"{kind.Key}: {kind.Count()}, by {string.Join(", ", kind.GroupBy(a => a.Node).Select(g => $"{g.Key} {g.Count()}"))}")]);
        trail.NothingWasLost(load);

        // Where it takes long a code page asks again, by messages of their own.
        var messages = trail.Notifications.Where(n => n.Kind is "Sms" or "Voice" or "Snpp" && !warm.Contains(n.Page.Value)).ToList();
        Assert.Equal(Sizes.Pages * Methods, messages.Count(m => m.Purpose == "Page"));
        Assert.All(messages, m => Assert.Equal(1, m.Attempt));
        var arrivals = trail.Arrivals.Where(a => !warm.Contains(a.Page!.Value)).GroupBy(a => (a.Page!.Value, a.Kind, a.To)).ToDictionary(g => g.Key, g => g.Count());
        Assert.All(messages.GroupBy(m => (m.Page.Value, m.Kind, m.Address)), m => Assert.Equal(m.Count(), arrivals[m.Key]));
        Assert.Equal(messages.Count, arrivals.Values.Sum());
        Assert.True(trail.Arrivals.Select(a => a.Node).Distinct().Count() > 1, $"one node did it all: {trail.Shares}");
    }

    private static async Task SetUpAsync(NodeProcess node)
    {
        // Nobody answers, and nothing comes of it before the story ends.
        await LiveHospital.PutAsync(node, "policies/patient", new { name = "Patient", steps = new[] { new { waitSeconds = 7200, targets = new[] { new { type = "tier", tier = 1 } } } } });
        var shifts = new List<(string, string, int)>();
        foreach (var (role, n) in s_roles.Select((role, n) => (role, n + 1)))
        {
            await LiveHospital.PersonAsync(node, $"N{n}", [$"sms:+1555010{n}", $"sms:+1555020{n}", $"voice:+1555030{n}", $"snpp:470{n}", $"snpp:480{n}"]);
            await LiveHospital.PutAsync(node, "roles/" + role, new { name = $"Ward {n}", policy = "patient" });
            shifts.Add((role, $"N{n}", 1));
        }

        await LiveHospital.RosterAsync(node, [.. shifts]);
    }

    private static async Task<int> WaitingAsync(LiveHospital hospital) =>
        (await hospital.QueryAsync<int>("select count(*) from notification where state in ('Pending', 'Claimed')"))[0];
}

public sealed class SharedWorkOnSqlite : SharedWorkContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class SharedWorkOnSqlServer : SharedWorkContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
