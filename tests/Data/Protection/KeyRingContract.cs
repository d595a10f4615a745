using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Dapper;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Application;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Protection;

/// <summary>The keys in the database: one ring for all nodes, wrapped by what is not in the database.</summary>
public abstract class KeyRingContract : IDisposable
{
    private readonly DirectoryInfo _folder = System.IO.Directory.CreateTempSubdirectory("oncall-keys-");

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task What_one_node_seals_another_opens_and_so_does_the_next_start()
    {
        await using var test = await OpenAsync();
        await using var one = await new Node(test, Folder("a")).StartAsync();
        await using var other = await new Node(test, Folder("a")).StartAsync();
        var closed = one.Protector.Protect("words");

        Assert.Equal("words", other.Protector.Unprotect(closed));
        await using var again = await new Node(test, Folder("a")).StartAsync();
        Assert.Equal("words", again.Protector.Unprotect(closed));
        Assert.Single(await again.Ring.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Nodes_that_start_together_make_one_key()
    {
        await using var test = await OpenAsync();
        var nodes = Enumerable.Range(0, 6).Select(_ => new Node(test, Folder("a"))).ToList();
        await Task.WhenAll(nodes.Select(n => Task.Run(n.StartAsync)));

        Assert.Single(await nodes[0].Ring.AllAsync(CancellationToken.None));
        var closed = nodes.ConvertAll(n => n.Protector.Protect("words"));
        Assert.All(nodes, n => Assert.All(closed, c => Assert.Equal("words", n.Protector.Unprotect(c))));
        foreach (var node in nodes)
        {
            await node.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_key_is_stored_wrapped_and_for_the_strong_algorithm()
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Folder("a")).StartAsync();
        var key = Assert.Single(await node.Ring.AllAsync(CancellationToken.None));

        Assert.DoesNotContain("<masterKey", key.Element, StringComparison.Ordinal);
        Assert.Contains("AES_256_GCM", key.Element, StringComparison.Ordinal);
        Assert.StartsWith("file:", key.WrappedBy, StringComparison.Ordinal);
        Assert.InRange((key.ExpiresAt! - key.ActivatesAt!).Value.TotalDays, 89, 91);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(Folder("a"), "protection.key")));
        }
    }

    [Fact]
    public async Task Without_the_key_file_nothing_starts_and_no_key_is_made()
    {
        await using var test = await OpenAsync();
        await (await new Node(test, Folder("a")).StartAsync()).DisposeAsync();

        await using var lost = new Node(test, Folder("b"));
        var missing = await Assert.ThrowsAsync<WrongSettingException>(lost.StartAsync);
        Assert.Contains("OnCall__Protection__KeyFile", missing.Message, StringComparison.Ordinal);
        Assert.Contains("backup", missing.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(Folder("b"), "protection.key")));

        await using var wrong = new Node(test, Folder("b"), ("KeyFile", NewFile("wrong.key")));
        var other = await Assert.ThrowsAsync<WrongSettingException>(wrong.StartAsync);
        Assert.Contains("was wrapped by file:", other.Message, StringComparison.Ordinal);

        await using var cut = new Node(test, Folder("a"), ("KeyFile", NewFile("cut.key", bytes: 31)));
        Assert.Contains("31 bytes", (await Assert.ThrowsAsync<WrongSettingException>(cut.StartAsync)).Message, StringComparison.Ordinal);
        await using var right = await new Node(test, Folder("a")).StartAsync();
        Assert.Single(await right.Ring.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_key_that_does_not_unwrap_is_not_followed_by_another()
    {
        await using var test = await OpenAsync();
        await using var node = await new Node(test, Folder("a")).StartAsync();
        await ExecuteAsync(test, "update protection_key set element = replace(element, '</keyFile>', 'AAAA</keyFile>')");
        await using var blind = new Node(test, Folder("a"));
        await Assert.ThrowsAsync<WrongSettingException>(blind.StartAsync);

        // Nor does the framework make one, where it is left to itself.
        await ExecuteAsync(test, "update protection_key set wrapped_by = null");
        await using var alone = new Node(test, Folder("a"));
        await Assert.ThrowsAsync<CryptographicException>(alone.StartAsync);
        Assert.Single(await node.Ring.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_new_key_file_wraps_what_a_former_one_wrapped_and_the_former_may_go()
    {
        await using var test = await OpenAsync();
        await using var before = await new Node(test, Folder("a")).StartAsync();
        var closed = before.Protector.Protect("words");
        var (old, next) = (Path.Combine(Folder("a"), "protection.key"), NewFile("next.key"));

        await (await new Node(test, Folder("b"), ("KeyFile", next), ("FormerKeyFiles:0", old)).StartAsync()).DisposeAsync();
        File.Delete(old);

        await using var after = await new Node(test, Folder("b"), ("KeyFile", next)).StartAsync();
        Assert.Equal("words", after.Protector.Unprotect(closed));
        Assert.Single(await after.Ring.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_certificate_takes_over_from_a_key_file_and_another_from_it()
    {
        await using var test = await OpenAsync();
        await using var before = await new Node(test, Folder("a")).StartAsync();
        var closed = before.Protector.Protect("words");
        var (first, second, password) = (NewCertificate("first"), NewCertificate("second"), Path.Combine(Folder("c"), "password"));
        await File.WriteAllTextAsync(password, "secret\n");

        await (await new Node(test, Folder("a"), ("CertificateFile", first), ("CertificatePasswordFile", password)).StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(Folder("a"), "protection.key"));
        await using var unnamed = new Node(test, Folder("a"), ("CertificateFile", second), ("CertificatePasswordFile", password));
        Assert.Contains("was wrapped by certificate:", (await Assert.ThrowsAsync<WrongSettingException>(unnamed.StartAsync)).Message, StringComparison.Ordinal);

        await using var after = await new Node(
            test, Folder("a"), ("CertificateFile", second), ("CertificatePasswordFile", password), ("FormerCertificates:0:File", first), ("FormerCertificates:0:PasswordFile", password)).StartAsync();
        Assert.Equal("words", after.Protector.Unprotect(closed));
        await using var alone = await new Node(test, Folder("a"), ("CertificateFile", second), ("CertificatePasswordFile", password)).StartAsync();
        Assert.Equal("words", alone.Protector.Unprotect(closed));
    }

    [Fact]
    public async Task Keys_of_before_move_into_the_database_and_seal_nothing_more()
    {
        await using var test = await OpenAsync();
        var keys = System.IO.Directory.CreateDirectory(Path.Combine(Folder("a"), "keys"));
        var services = new ServiceCollection().AddLogging().AddDataProtection().SetApplicationName("OnCall").PersistKeysToFileSystem(keys).Services;
        await using var old = services.BuildServiceProvider();
        var closed = old.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("words");
        var secret = System.Xml.Linq.XElement.Load(Assert.Single(keys.GetFiles("*.xml")).FullName).Descendants("value").Single().Value;
        Assert.NotEmpty(secret);

        await using var node = await new Node(test, Folder("a")).StartAsync();

        Assert.Equal("words", node.Protector.Unprotect(closed));
        Assert.Empty(keys.GetFiles("*.xml"));
        var stored = await node.Ring.AllAsync(CancellationToken.None);
        Assert.Equal(2, stored.Count);
        Assert.All(stored, k => Assert.DoesNotContain(secret, k.Element, StringComparison.Ordinal));
        Assert.NotEqual(closed[..30], node.Protector.Protect("words")[..30]);
    }

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    private static Task<int> ExecuteAsync(TestDatabase test, string sql) =>
        test.Database.WriteAsync((connection, transaction) => connection.ExecuteAsync(sql, transaction: transaction), CancellationToken.None);

    private string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    private string NewFile(string name, int bytes = 32)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, RandomNumberGenerator.GetBytes(bytes));
        return path;
    }

    private string NewCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=" + name, key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(9));
        var path = Path.Combine(Folder("c"), name + ".pfx");
        File.WriteAllBytes(path, certificate.Export(X509ContentType.Pfx, "secret"));
        return path;
    }
}
