using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using NodaTime;
using NodaTime.Text;
using OnCall.Data;
using OnCall.Testing.Databases;
using OnCall.Testing.Providers;
using SQLitePCL;
using Xunit;

namespace OnCall.Scenarios.Tests.Nodes;

/// <summary>A hospital in real time: one database, providers in the test's process, and nodes as processes of their own.</summary>
internal sealed class LiveHospital : IAsyncDisposable
{
    public const string AuthToken = "live-token-0000";
    public const string PublicUrl = "https://oncall.example.org";
    private const string AdminKey = "live-bootstrap-key-0123456789";

    private readonly TestDatabase _test;
    private readonly Database _look;
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("oncall-live-");
    private readonly List<NodeProcess> _nodes = [];

    private LiveHospital(TestDatabase test, StubTwilio twilio, StubSnpp snpp)
    {
        _test = test;
        _look = Unpooled(test);
        Twilio = twilio;
        Snpp = snpp;
    }

    public StubTwilio Twilio { get; }

    public StubSnpp Snpp { get; }

    public DatabaseProvider Provider => _test.Database.Provider;

    public string ConnectionString => _test.ConnectionString;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<LiveHospital> OpenAsync(Task<TestDatabase> opening) =>
        new(await opening, await StubTwilio.StartAsync(), StubSnpp.Start());

    /// <summary>A node that is not started yet.</summary>
    public NodeProcess Node(bool engine = true, params IReadOnlyList<string> arguments) => Node(new Dictionary<string, string>(), engine, arguments);

    /// <param name="own">Settings that only this node has; they win.</param>
    public NodeProcess Node(IReadOnlyDictionary<string, string> own, bool engine = true, params IReadOnlyList<string> arguments)
    {
        var settings = new Dictionary<string, string>
        {
            ["OnCall__DataDirectory"] = _folder.FullName,
            ["OnCall__BootstrapApiKey"] = AdminKey,
            ["OnCall__PublicUrl"] = PublicUrl,
            ["OnCall__Scheduler__InProcess"] = engine ? "true" : "false",
            ["OnCall__Channels__Twilio__BaseUrl"] = Twilio.BaseUrl,
            ["OnCall__Channels__Twilio__AccountSid"] = TwilioWebhook.AccountSid,
            ["OnCall__Channels__Twilio__AuthToken"] = AuthToken,
            ["OnCall__Channels__Twilio__From"] = "+15550000",
            ["OnCall__Channels__Snpp__Host"] = StubSnpp.Host,
            ["OnCall__Channels__Snpp__Port"] = Snpp.Port.ToString(CultureInfo.InvariantCulture),
        };
        foreach (var (name, value) in _test.Settings)
        {
            settings[name.Replace(":", "__", StringComparison.Ordinal)] = value!;
        }

        foreach (var (name, value) in own)
        {
            settings[name] = value;
        }

        var node = new NodeProcess(settings, arguments);
        node.Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminKey);
        _nodes.Add(node);
        return node;
    }

    /// <summary>Starts nodes, and waits until all of them are ready.</summary>
    public static async Task StartAsync(params IReadOnlyList<NodeProcess> nodes)
    {
        foreach (var node in nodes)
        {
            node.Start();
        }

        await Task.WhenAll(nodes.Select(n => n.ReadyAsync(Cancel)));
    }

    public static async Task PutAsync(NodeProcess node, string path, object body)
    {
        using var answer = await node.Client.PutAsJsonAsync("/api/v1/" + path, body, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Someone with one verified contact method: <c>sms:+1555…</c>, <c>snpp:42</c>.</summary>
    public static Task PersonAsync(NodeProcess node, string employeeNo, string method, string permission = "staff") =>
        PutAsync(node, $"people/{employeeNo}", new
        {
            name = $"Dr. {employeeNo}",
            permissions = new[] { new { permission } },
            contactMethods = new[] { new { kind = method.Split(':')[0], address = method.Split(':')[1], verified = true } },
        });

    /// <summary>Someone with several contact methods, all verified.</summary>
    public static Task PersonAsync(NodeProcess node, string employeeNo, IEnumerable<string> methods) => PutAsync(node, $"people/{employeeNo}", new
    {
        name = $"Dr. {employeeNo}",
        contactMethods = methods.Select(m => new { kind = m.Split(':')[0], address = m.Split(':')[1], verified = true }),
    });

    /// <summary>Puts people on roles around now: role, employee number, tier.</summary>
    public static async Task RosterAsync(NodeProcess node, params (string Role, string EmployeeNo, int Tier)[] shifts)
    {
        var now = Clock.Now();
        var csv = new StringBuilder("Role,Employee no,Start,End,Tier\n");
        foreach (var (role, employeeNo, tier) in shifts)
        {
            csv.AppendLine(CultureInfo.InvariantCulture, $"{role},{employeeNo},{At(now - Duration.FromHours(1))},{At(now + Duration.FromHours(20))},{tier}");
        }

        await UploadAsync(node, csv.ToString());
    }

    /// <summary>Publishes a roster as it is written, its times in UTC.</summary>
    public static async Task UploadAsync(NodeProcess node, string csv)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(csv), "file", "roster.csv" }, { new StringContent("UTC"), "timeZone" }, { new StringContent("true"), "publish" },
        };
        using var answer = await node.Client.PostAsync("/api/v1/rosters/uploads", form, Cancel);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancel));
    }

    /// <summary>Pages a role; the caller makes what it wants of a connection that breaks.</summary>
    public static async Task<(int Status, JsonElement Body)> PageAsync(NodeProcess node, string key, string role, string urgency = "urgent")
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonContent.Create(new { role, urgency }) };
        request.Headers.Add("Idempotency-Key", key);
        using var answer = await node.Client.SendAsync(request, Cancel);
        return ((int)answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>(Cancel));
    }

    /// <summary>Looks into the database, by a connection that is closed again: one that stayed would spare a killed node its recovery.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, object? parameters = null) =>
        [.. await _look.ReadAsync(connection => connection.QueryAsync<T>(sql, parameters), Cancel)];

    /// <summary>
    /// Freezes a node while it is not in the middle of a write: on SQLite the others would wait for that, and on an engine that passes no locked row by.
    /// </summary>
    public async Task StopBetweenWritesAsync(NodeProcess node)
    {
        await node.StopAsync();
        for (var tries = 1; await IsBeingWrittenAsync(node); tries++)
        {
            Assert.True(tries < 100, "It was in the midst of a write each time it was stopped.");
            await node.ContinueAsync();
            await node.StopAsync();
        }
    }

    private async Task<bool> IsBeingWrittenAsync(NodeProcess stopped)
    {
        if (Provider != DatabaseProvider.Sqlite)
        {
            return await HoldsATransactionAsync(stopped);
        }

        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(ConnectionString) { Pooling = false }.ToString());
        await connection.OpenAsync(Cancel);

        // The others' writes take some milliseconds; meanwhile nobody is kept waiting.
        for (var look = 0; look < 5; look++)
        {
            var said = raw.sqlite3_exec(connection.Handle, "begin immediate; rollback;");
            if (said == raw.SQLITE_OK)
            {
                return false;
            }

            Assert.Equal(raw.SQLITE_BUSY, said & 0xff);
            await Task.Delay(20, Cancel);
        }

        return true;
    }

    // SQL Server's claims pass the rows of its transaction by; another engine's wait for them. What was under way when the node stopped ends by itself.
    private async Task<bool> HoldsATransactionAsync(NodeProcess stopped)
    {
        const string Sessions = """
            select status from sys.dm_exec_sessions
            where serverproperty('Babelfish') is not null and database_id = db_id() and host_process_id = @process and open_transaction_count > 0
            """;
        IReadOnlyList<string> open = [];
        await Until.TrueAsync(
            async () => (open = await QueryAsync<string>(Sessions, new { process = stopped.Id })).All(status => status != "active"),
            TimeSpan.FromSeconds(30),
            () => "A statement of the stopped node does not end.",
            Cancel);
        return open.Count > 0;
    }

    public async ValueTask DisposeAsync()
    {
        _nodes.ForEach(n => n.Dispose());
        (_look as IDisposable)?.Dispose();
        await Twilio.DisposeAsync();
        await Snpp.DisposeAsync();
        await _test.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private static Database Unpooled(TestDatabase test) => test.Database.Provider == DatabaseProvider.Sqlite
        ? new SqliteDatabase(new SqliteConnectionStringBuilder(test.ConnectionString) { Pooling = false }.ToString(), TestSeal.Instance)
        : test.OpenAgain();

    private static string At(Instant at) => InstantPattern.General.Format(at);
}
