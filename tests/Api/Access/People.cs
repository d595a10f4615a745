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
}
