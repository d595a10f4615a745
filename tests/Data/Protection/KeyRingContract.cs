using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;
using OnCall.Application;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Protection;

/// <summary>The keys in the database: one ring for all nodes, wrapped by what is not in the database.</summary>
public abstract class KeyRingContract : IDisposable
{
    private readonly KeyFiles _files = new();

    protected abstract Task<TestDatabase> OpenAsync();

    [Fact]
    public async Task What_one_node_seals_another_opens_and_so_does_the_next_start()
    {
        await using var test = await OpenAsync();
        await using var one = await new Node(test, _files.Folder("a")).StartAsync();
        await using var other = await new Node(test, _files.Folder("a")).StartAsync();
        var closed = one.Protector.Protect("words");

        Assert.Equal("words", other.Protector.Unprotect(closed));
        await using var again = await new Node(test, _files.Folder("a")).StartAsync();
        Assert.Equal("words", again.Protector.Unprotect(closed));
        Assert.Single(await again.Ring.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task Nodes_that_start_together_make_one_key()
    {
        await using var test = await OpenAsync();
        var nodes = Enumerable.Range(0, 6).Select(_ => new Node(test, _files.Folder("a"))).ToList();
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
        await using var node = await new Node(test, _files.Folder("a")).StartAsync();
        var key = Assert.Single(await node.Ring.AllAsync(CancellationToken.None));

        Assert.DoesNotContain("<masterKey", key.Element, StringComparison.Ordinal);
        Assert.Contains("AES_256_GCM", key.Element, StringComparison.Ordinal);
        Assert.StartsWith("file:", key.WrappedBy, StringComparison.Ordinal);
        Assert.InRange((key.ExpiresAt! - key.ActivatesAt!).Value.TotalDays, 89, 91);
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(_files.Folder("a"), "protection.key")));
        }
    }

    [Fact]
    public async Task Without_the_key_file_nothing_starts_and_no_key_is_made()
    {
        await using var test = await OpenAsync();
        await (await new Node(test, _files.Folder("a")).StartAsync()).DisposeAsync();

        await using var lost = new Node(test, _files.Folder("b"));
        var missing = await Assert.ThrowsAsync<WrongSettingException>(lost.StartAsync);
        Assert.Contains("OnCall__Protection__KeyFile", missing.Message, StringComparison.Ordinal);
        Assert.Contains("backup", missing.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_files.Folder("b"), "protection.key")));

        await using var wrong = new Node(test, _files.Folder("b"), ("KeyFile", _files.NewFile("wrong.key")));
        var other = await Assert.ThrowsAsync<WrongSettingException>(wrong.StartAsync);
        Assert.Contains("was wrapped by file:", other.Message, StringComparison.Ordinal);

        await using var cut = new Node(test, _files.Folder("a"), ("KeyFile", _files.NewFile("cut.key", bytes: 31)));
        Assert.Contains("31 bytes", (await Assert.ThrowsAsync<WrongSettingException>(cut.StartAsync)).Message, StringComparison.Ordinal);
        await using var right = await new Node(test, _files.Folder("a")).StartAsync();
        Assert.Single(await right.Ring.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_new_key_file_wraps_what_a_former_one_wrapped_and_the_former_may_go()
    {
        await using var test = await OpenAsync();
        await using var before = await new Node(test, _files.Folder("a")).StartAsync();
        var closed = before.Protector.Protect("words");
        var (old, next) = (Path.Combine(_files.Folder("a"), "protection.key"), _files.NewFile("next.key"));

        await (await new Node(test, _files.Folder("b"), ("KeyFile", next), ("FormerKeyFiles:0", old)).StartAsync()).DisposeAsync();
        File.Delete(old);

        await using var after = await new Node(test, _files.Folder("b"), ("KeyFile", next)).StartAsync();
        Assert.Equal("words", after.Protector.Unprotect(closed));
        Assert.Single(await after.Ring.AllAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_certificate_takes_over_from_a_key_file_and_another_from_it()
    {
        await using var test = await OpenAsync();
        await using var before = await new Node(test, _files.Folder("a")).StartAsync();
        var closed = before.Protector.Protect("words");
        var (first, second, password) = (_files.NewCertificate("first"), _files.NewCertificate("second"), Path.Combine(_files.Folder("c"), "password"));
        await File.WriteAllTextAsync(password, "secret\n");

        await (await new Node(test, _files.Folder("a"), ("CertificateFile", first), ("CertificatePasswordFile", password)).StartAsync()).DisposeAsync();
        File.Delete(Path.Combine(_files.Folder("a"), "protection.key"));
        await using var unnamed = new Node(test, _files.Folder("a"), ("CertificateFile", second), ("CertificatePasswordFile", password));
        Assert.Contains("was wrapped by certificate:", (await Assert.ThrowsAsync<WrongSettingException>(unnamed.StartAsync)).Message, StringComparison.Ordinal);

        await using var after = await new Node(
            test, _files.Folder("a"), ("CertificateFile", second), ("CertificatePasswordFile", password), ("FormerCertificates:0:File", first), ("FormerCertificates:0:PasswordFile", password)).StartAsync();
        Assert.Equal("words", after.Protector.Unprotect(closed));
        await using var alone = await new Node(test, _files.Folder("a"), ("CertificateFile", second), ("CertificatePasswordFile", password)).StartAsync();
        Assert.Equal("words", alone.Protector.Unprotect(closed));
    }

    [Fact]
    public async Task Keys_of_before_move_into_the_database_and_seal_nothing_more()
    {
        await using var test = await OpenAsync();
        var keys = System.IO.Directory.CreateDirectory(Path.Combine(_files.Folder("a"), "keys"));
        var services = new ServiceCollection().AddLogging().AddDataProtection().SetApplicationName("OnCall").PersistKeysToFileSystem(keys).Services;
        await using var old = services.BuildServiceProvider();
        var closed = old.GetRequiredService<IDataProtectionProvider>().CreateProtector("test").Protect("words");
        var secret = System.Xml.Linq.XElement.Load(Assert.Single(keys.GetFiles("*.xml")).FullName).Descendants("value").Single().Value;
        Assert.NotEmpty(secret);

        await using var node = await new Node(test, _files.Folder("a")).StartAsync();

        Assert.Equal("words", node.Protector.Unprotect(closed));
        Assert.Empty(keys.GetFiles("*.xml"));
        var stored = await node.Ring.AllAsync(CancellationToken.None);
        Assert.Equal(2, stored.Count);
        Assert.All(stored, k => Assert.DoesNotContain(secret, k.Element, StringComparison.Ordinal));
        Assert.NotEqual(closed[..30], node.Protector.Protect("words")[..30]);
    }

    public void Dispose()
    {
        _files.Dispose();
        GC.SuppressFinalize(this);
    }
}
