using System.Text;
using OnCall.Domain.Access;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Access;

/// <summary>People who can sign in.</summary>
internal static class People
{
    public const string Password = "teapot violin cactus";

    public static async Task<string> InviteAsync(ApiHost host, string number, string permissions = """[{"permission":"staff"}]""", string? unit = null)
    {
        var orgUnit = unit is null ? "" : $""","orgUnit":"{unit}" """;
        await host.Admin.PutAsync("/api/v1/people/" + number, $$"""{"name":"Ann {{number}}","permissions":{{permissions}}{{orgUnit}}}""");
        return (await (await host.Admin.PostAsync($"/api/v1/people/{number}/invitation", "{}")).ReadAsync()).Text("link")!;
    }

    /// <summary>Invited, with a password; nobody stays signed in.</summary>
    public static async Task MakeAsync(ApiHost host, string number, string permissions = """[{"permission":"staff"}]""", string? unit = null)
    {
        var link = await InviteAsync(host, number, permissions, unit);
        using var browser = new SigningIn(host);
        await browser.SendAsync(link, link, ("password", Password));
    }

    /// <summary>What an authenticator with this secret shows now.</summary>
    public static string Code(ApiHost host, string secret) => OneTimeCode.Of(Bytes(secret), OneTimeCode.StepOf(host.Clock.Now));

    // Base32 of RFC 4648, read apart from the program's own.
    private static byte[] Bytes(string secret)
    {
        var bits = new StringBuilder();
        foreach (var sign in secret.Where(char.IsLetterOrDigit))
        {
            bits.Append(Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(sign, StringComparison.Ordinal), 2).PadLeft(5, '0'));
        }

        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.ToString(i * 8, 8), 2))];
    }
}
