using System.Net.Http.Headers;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Testing.Databases;

namespace OnCall.Testing.Hosting;

/// <summary>
/// The whole program on a real port of this machine, with a database file of its own, a clock that a test moves, and an
/// administrator's key. The engine stands still unless it is asked for.
/// </summary>
public sealed class ApiHost : IAsyncDisposable
{
    /// <summary>The bootstrap key: an administrator's.</summary>
    public const string AdminKey = "the-bootstrap-key-of-the-tests";

    private readonly DirectoryInfo _folder;
    private readonly TestDatabase? _database;
    private readonly ProgramFactory _factory;

    private ApiHost(DirectoryInfo folder, TestDatabase? database, ProgramFactory factory, FakeClock clock)
    {
        (_folder, _database, _factory) = (folder, database, factory);
        Clock = clock;
        Address = new Uri(factory.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        Anonymous = Client();
        Admin = With(AdminKey);
    }

    public FakeClock Clock { get; }

    /// <summary>Sends no key. Keeps no cookies and follows no redirects, as the other clients here.</summary>
    public HttpClient Anonymous { get; }

    public HttpClient Admin { get; }

    public IServiceProvider Services => _factory.Services;

    public Uri Address { get; }

    /// <summary>The settings by which another node works on the same database.</summary>
    public IReadOnlyDictionary<string, string?> DatabaseSettings => _database?.Settings
        ?? new Dictionary<string, string?> { ["OnCall:Database:ConnectionString"] = $"Data Source={Path.Combine(DataDirectory, "oncall.db")}" };

    /// <summary>What the program keeps on disk.</summary>
    public string DataDirectory => _folder.FullName;

    /// <summary>Starts the program.</summary>
    /// <param name="engine">Whether due steps and notifications run by themselves.</param>
    /// <param name="settings">Further settings, such as <c>OnCall:PublicUrl</c>; they win over those given here.</param>
    /// <param name="services">Replaces services, after the program has registered its own.</param>
    public static async Task<ApiHost> StartAsync(
        bool engine = false, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? services = null)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("oncall-api-");
        var clock = new FakeClock();
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["environment"] = "Production",
            ["OnCall:DataDirectory"] = folder.FullName,
            ["OnCall:BootstrapApiKey"] = AdminKey,
            ["OnCall:Scheduler:InProcess"] = engine ? "true" : "false",

            // The clock stands still or leaps, which would look like trouble.
            ["OnCall:Watch:Enabled"] = "false",
            ["OnCall:SelfTest:Enabled"] = "false",

            // Nobody is left behind when a test ends.
            ["OnCall:Stop:LeaveSeconds"] = "0",
        };
        var database = settings?.ContainsKey("OnCall:Database:ConnectionString") == true ? null : await TestDatabase.ForProgramAsync(folder.FullName);
        foreach (var (name, value) in database?.Settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
        {
            all[name] = value;
        }

        // Any free port. Told by a setting: the factory's own way to tell it may come when the program listens already.
        if (!all.Keys.Any(k => k.StartsWith("Kestrel:", StringComparison.OrdinalIgnoreCase)))
        {
            all["urls"] = "http://127.0.0.1:0";
        }

        var factory = new ProgramFactory(all, s =>
        {
            s.AddSingleton<IClock>(clock);
            services?.Invoke(s);
        });
        factory.UseKestrel();
        await Task.Run(factory.StartServer);
        return new ApiHost(folder, database, factory, clock);
    }

    /// <summary>A client that sends this key.</summary>
    public HttpClient With(string key)
    {
        var client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    public async ValueTask DisposeAsync()
    {
        Anonymous.Dispose();
        Admin.Dispose();
        await _factory.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }

        try
        {
            _folder.Delete(recursive: true);
        }
        catch (IOException)
        {
            // A leftover in the temporary folder must not fail a test that passed.
        }
    }

    private HttpClient Client() => new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = Address };
}
