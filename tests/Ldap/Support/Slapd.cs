using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using OnCall.Testing;

namespace OnCall.Ldap.Tests.Support;

/// <summary>OpenLDAP's server, in a process and a folder of its own, gone at the end of the test.</summary>
internal sealed class Slapd : IAsyncDisposable
{
    private const string Installed = "/usr/sbin/slapd";

    private readonly Process _process;
    private readonly TemporaryFolder _folder;
    private readonly ConcurrentQueue<string> _log = new();

    private Slapd(Process process, TemporaryFolder folder, int port, int securePort) => (_process, _folder, Port, SecurePort) = (process, folder, port, securePort);

    /// <summary>LDAP and StartTLS.</summary>
    public int Port { get; }

    /// <summary>LDAPS.</summary>
    public int SecurePort { get; }

    /// <summary>What it was asked since it started, one line an operation.</summary>
    public IReadOnlyCollection<string> Log => _log;

    public static async Task<Slapd> StartAsync((string Certificate, string Key) identity, IEnumerable<string> entries)
    {
        Assert.SkipUnless(File.Exists(Installed) && Directory.Exists("/etc/ldap/schema"), "needs slapd: apt-get install slapd");
        var folder = new TemporaryFolder();
        // A profile of AppArmor goes by the path, and would keep it to the folders of the system's own directory.
        File.Copy(Installed, folder["slapd"]);
        Directory.CreateDirectory(folder["data"]);
        var settings = folder.Write("slapd.conf", Settings(folder, identity));
        var data = folder.Write("data.ldif", string.Join('\n', entries));
        using (var load = OtherProgram.Start(folder["slapd"], ["-Tadd", "-q", "-f", settings, "-l", data]))
        {
            var errors = load.StandardError.ReadToEndAsync();
            await load.WaitForExitAsync();
            Assert.True(load.ExitCode == 0, await errors);
        }

        var (port, securePort) = (FreePort(), FreePort());
        var process = OtherProgram.Start(folder["slapd"], ["-d", "stats", "-f", settings, "-h", $"ldap://127.0.0.1:{port} ldaps://127.0.0.1:{securePort}"]);
        var slapd = new Slapd(process, folder, port, securePort);
        await slapd.StartedAsync();
        return slapd;
    }

    /// <summary>Waits until a client that had come has gone.</summary>
    public Task HungUpAsync() => SaysAsync(" closed");

    /// <summary>Waits for a line of its log; lines come in order.</summary>
    public async Task SaysAsync(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(30));
        while (!_log.Any(line => line.Contains(text, StringComparison.Ordinal)))
        {
            await Task.Delay(10, patience.Token);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task StartedAsync()
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _process.ErrorDataReceived += (_, line) =>
        {
            _log.Enqueue(line.Data ?? "");
            if (line.Data is null || line.Data.Contains("slapd starting", StringComparison.Ordinal))
            {
                started.TrySetResult();
            }
        };
        _process.BeginErrorReadLine();
        await started.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.False(_process.HasExited, string.Join('\n', _log));
        await ListensAsync(Port);
        await ListensAsync(SecurePort);
    }

    // It says that it starts a moment before it listens.
    private async Task ListensAsync(int port)
    {
        while (true)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port, TestContext.Current.CancellationToken);
                client.Close();
                await HungUpAsync();
                _log.Clear();
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(10, TestContext.Current.CancellationToken);
            }
        }
    }

    // As naive a server as there is: it takes a bind without a password for a success. Only who looks people up may read.
    private static string Settings(TemporaryFolder folder, (string Certificate, string Key) identity) => string.Create(CultureInfo.InvariantCulture, $"""
        include /etc/ldap/schema/core.schema
        include /etc/ldap/schema/cosine.schema
        include /etc/ldap/schema/inetorgperson.schema
        modulepath /usr/lib/ldap
        moduleload back_mdb
        moduleload memberof
        moduleload ppolicy
        pidfile {folder["pid"]}
        argsfile {folder["args"]}
        TLSCertificateFile {identity.Certificate}
        TLSCertificateKeyFile {identity.Key}
        allow bind_anon_dn bind_anon_cred
        security simple_bind=128
        database mdb
        suffix "{TestPeople.Root}"
        rootdn "cn=root,{TestPeople.Root}"
        directory {folder["data"]}
        index objectClass,uid,member eq
        access to attrs=userPassword by anonymous auth by * none
        access to * by dn.exact="{TestPeople.Reader}" read by dn.exact="{TestPeople.LimitedReader}" read by * none
        limits dn.exact="{TestPeople.Reader}" size=unlimited
        overlay memberof
        overlay ppolicy
        ppolicy_default "cn=policy,{TestPeople.Root}"

        """);
}
