using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using NodaTime;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes.Several;

/// <summary>What one node did is on the screens that are open on the other within a second.</summary>
public abstract class SameTruthContract
{
    private const int Times = 10;
    private static readonly Duration s_within = Duration.FromSeconds(1);
    private static int s_keys;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task A_page_that_is_taken_on_one_node_leaves_the_board_and_the_inboxes_of_the_other_within_a_second()
    {
        await using var hospital = await LiveHospital.OpenAsync(OpenAsync());
        var (a, b) = (hospital.Node(), hospital.Node());
        await LiveHospital.StartAsync(a, b);
        await LiveHospital.PersonAsync(a, "N1", []);
        await LiveHospital.PersonAsync(a, "N2", []);
        await LiveHospital.PutAsync(a, "roles/ward", new { name = "Ward" });
        await LiveHospital.RosterAsync(a, ("ward", "N1", 1), ("ward", "N2", 1));
        using var anna = await ClientAsync(a, a, "N1");
        using var ben = await ClientAsync(a, b, "N2");
        using var board = await NodeStream.OpenAsync(b.Client, "/api/v1/board/stream", Cancel);
        using var inbox = await NodeStream.OpenAsync(ben, "/api/v1/me/inbox/stream", Cancel);

        // Both programs have done it once before it is measured.
        await RoundAsync(a, anna, board, inbox);
        var rounds = new List<Round>();
        while (rounds.Count < Times)
        {
            rounds.Add(await RoundAsync(a, anna, board, inbox));
        }

        var output = TestContext.Current.TestOutputHelper!;
        output.WriteLine($"{hospital.Provider}: accepted and taken on node a, seen on streams of node b, after its answer (ms), {Times} times");
        foreach (var (name, of) in new (string, Func<Round, Duration>)[] { ("on the board", r => r.OnBoard), ("in the inbox", r => r.InInbox), ("off the board", r => r.OffBoard), ("off the inbox", r => r.OffInbox) })
        {
            output.WriteLine($"  {name,-14} worst {Ms(rounds.Max(of)),5}   all {string.Join(' ', rounds.Select(r => Ms(of(r))))}");
            Assert.All(rounds, r => Assert.True(of(r) <= s_within, $"{name} after {of(r)}"));
        }
    }

    private static async Task<Round> RoundAsync(NodeProcess a, HttpClient anna, NodeStream board, NodeStream inbox)
    {
        var (status, page) = await LiveHospital.PageAsync(a, $"same-{Interlocked.Increment(ref s_keys)}", "ward");
        var accepted = Clock.Now();
        Assert.Equal(201, status);
        var id = page.GetProperty("id").GetGuid();
        var onBoard = await board.FirstAsync("page", p => IsPage(p, id) && p.GetProperty("state").GetString() == "open", Instant.MinValue, Cancel);
        var inInbox = await inbox.FirstAsync("snapshot", s => Holds(s, id), Instant.MinValue, Cancel);

        using var answer = await anna.PostAsJsonAsync($"/api/v1/pages/{id}/acknowledge", new { }, Cancel);
        var taken = Clock.Now();
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
        var offBoard = await board.FirstAsync("page", p => IsPage(p, id) && p.GetProperty("state").GetString() == "acknowledged", onBoard, Cancel);
        var offInbox = await inbox.FirstAsync("snapshot", s => !Holds(s, id), inInbox, Cancel);
        return new Round(onBoard - accepted, inInbox - accepted, offBoard - taken, offInbox - taken);
    }

    private static bool IsPage(JsonElement page, Guid id) => page.GetProperty("id").GetGuid() == id;

    private static bool Holds(JsonElement snapshot, Guid id) => snapshot.GetProperty("items").EnumerateArray().Any(i => IsPage(i, id));

    private static string Ms(Duration span) => span.TotalMilliseconds.ToString("F0", CultureInfo.InvariantCulture);

    private static async Task<HttpClient> ClientAsync(NodeProcess admin, NodeProcess node, string person)
    {
        using var answer = await admin.Client.PostAsJsonAsync("/api/v1/keys", new { person }, Cancel);
        var key = (await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel)).GetProperty("key").GetString();
        var client = new HttpClient { BaseAddress = node.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private sealed record Round(Duration OnBoard, Duration InInbox, Duration OffBoard, Duration OffInbox);
}

public sealed class SameTruthOnSqlite : SameTruthContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqliteAsync();
}

public sealed class SameTruthOnSqlServer : SameTruthContract
{
    protected override Task<TestDatabase> OpenAsync() => TestDatabase.SqlServerAsync();
}
