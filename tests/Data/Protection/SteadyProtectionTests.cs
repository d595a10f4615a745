using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OnCall.Data.Protection;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests.Protection;

public sealed class SteadyProtectionTests : IDisposable
{
    private readonly KeyFiles _files = new();

    [Fact]
    public void What_the_framework_says_of_its_ring_in_passing_refuses_nobody()
    {
        var steady = new SteadyProtection(new Stumbling(failures: 1)).CreateProtector("a").CreateProtector("b");
        Assert.Equal([1, 2], steady.Protect([1, 2]));
        Assert.Equal([1, 2], new SteadyProtection(new Stumbling(failures: 1)).CreateProtector("a").Unprotect([1, 2]));
    }

    [Fact]
    public void What_fails_twice_fails() =>
        Assert.Throws<CryptographicException>(() => new SteadyProtection(new Stumbling(failures: 2)).CreateProtector("a").Protect([1, 2]));

    [Fact]
    public async Task Everything_that_seals_goes_by_it()
    {
        await using var test = await TestDatabase.SqliteAsync();
        await using var node = await new Node(test, _files.Folder("a")).StartAsync();
        Assert.IsType<SteadyProtection>(node.Provider);
    }

    public void Dispose() => _files.Dispose();

    private sealed class Stumbling(int failures) : IDataProtector
    {
        private int _left = failures;

        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => _left-- > 0 ? throw new CryptographicException("The ring could not be read anew.") : plaintext;

        public byte[] Unprotect(byte[] protectedData) => Protect(protectedData);
    }
}
