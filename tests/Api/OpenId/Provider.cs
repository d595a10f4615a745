using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using OnCall.Testing;
using Xunit;

namespace OnCall.Api.Tests.OpenId;

/// <summary>A real OpenID Connect provider, <c>oidc-provider</c> from npm, as a process of its own on this machine.</summary>
internal sealed class Provider : IAsyncDisposable
{
    private const string Folder = "tests/Api/oracles";
    private readonly Process _process;

    private Provider(Process process, RsaSecurityKey key, string issuer)
    {
        _process = process;
        Key = key;
        Issuer = issuer;
    }

    /// <summary>Its private key: what a test signs by it is the provider's.</summary>
    public RsaSecurityKey Key { get; }

    public string Issuer { get; }

    /// <param name="port">0 for any.</param>
    /// <param name="claimsInIdToken">Otherwise it tells them only when it is asked about the user, as most do.</param>
    public static async Task<Provider> StartAsync(int port = 0, bool claimsInIdToken = false)
    {
        Assert.SkipUnless(OtherProgram.Runs("node", "--version"), "needs Node 20 or later: install it and run npm ci --prefix " + Folder);
        Assert.SkipUnless(System.IO.Directory.Exists(SourceTree.PathOf(Folder + "/node_modules/oidc-provider")), "needs the npm oracles: npm ci --prefix " + Folder);
        var rsa = RSA.Create(2048);
        var key = new RsaSecurityKey(rsa) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(4)) };
        var process = OtherProgram.Start("node", [SourceTree.PathOf(Folder + "/provider.mjs")]);
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        await TellAsync(process, new { key = Jwk(rsa, key.KeyId), port, claimsInIdToken, accounts = Accounts(["rota"]) });
        var said = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The provider did not start.");
        return new Provider(process, key, JsonDocument.Parse(said).RootElement.GetProperty("issuer").GetString()!);
    }

    /// <summary>Ann is in these groups from now on.</summary>
    public async Task GroupsAsync(params string[] groups)
    {
        await TellAsync(_process, new { accounts = Accounts(groups) });

        // It has read the line when it answers what was asked after it.
        using var client = new HttpClient();
        for (var i = 0; i < 3; i++)
        {
            await client.GetStringAsync(new Uri(Issuer + "/jwks"));
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static Dictionary<string, object> Accounts(string[] groups) => new(StringComparer.Ordinal)
    {
        ["ann"] = new { name = "Ann", employee_number = "N001", groups },
        ["bob"] = new { name = "Bob", employee_number = 2 },
        ["by two things"] = new { name = "Ann", employee_number = "N001", login = new { amr = new[] { "pwd", "mfa" } } },
        ["by a strong class"] = new { name = "Ann", employee_number = "N001", login = new { acr = "urn:two-things" } },
        ["by one thing"] = new { name = "Ann", employee_number = "N001", login = new { amr = new[] { "pwd" }, acr = "urn:one-thing" } },
        ["stranger"] = new { name = "Stranger", employee_number = "N404" },
        ["numberless"] = new { name = "Numberless" },
    };

    private static async Task TellAsync(Process process, object told)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(told));
        await process.StandardInput.FlushAsync();
    }

    private static Dictionary<string, string> Jwk(RSA rsa, string keyId)
    {
        var key = rsa.ExportParameters(includePrivateParameters: true);
        (string Name, byte[]? Value)[] parts = [("n", key.Modulus), ("e", key.Exponent), ("d", key.D), ("p", key.P), ("q", key.Q), ("dp", key.DP), ("dq", key.DQ), ("qi", key.InverseQ)];
        var jwk = parts.ToDictionary(p => p.Name, p => Base64UrlEncoder.Encode(p.Value), StringComparer.Ordinal);
        return new(jwk, StringComparer.Ordinal) { ["kty"] = "RSA", ["use"] = "sig", ["alg"] = "RS256", ["kid"] = keyId };
    }
}
