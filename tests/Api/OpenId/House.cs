using Microsoft.Extensions.DependencyInjection;
using NodaTime.Extensions;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.OpenId;

/// <summary>A hospital whose people sign in by a provider.</summary>
internal static class House
{
    /// <summary>How it is called outside; the provider sends browsers there.</summary>
    public const string Name = "oncall.hospital.example";

    /// <summary>Whom access tokens are for.</summary>
    public const string Audience = "https://oncall.hospital.example/api";

    /// <summary>With Ann, N001, and Bob, 2, who may what staff may. Its time is the provider's: the real one.</summary>
    public static Task<ApiHost> StartAsync(string issuer, params (string Name, string Value)[] settings) => StartAsync(issuer, TimeProvider.System, settings);

    /// <param name="time">By which OnCall decides when to ask the provider again.</param>
    public static async Task<ApiHost> StartAsync(string issuer, TimeProvider time, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["OnCall:PublicUrl"] = "https://" + Name,
            ["OnCall:SignIn:OpenId:Authority"] = issuer,
            ["OnCall:SignIn:OpenId:RequireHttps"] = "false",
            ["OnCall:SignIn:OpenId:ClientId"] = "oncall",
            ["OnCall:SignIn:OpenId:ClientSecret"] = "a secret: of 100% + oncall",
            ["OnCall:SignIn:OpenId:Name"] = "Staff Login",
            ["OnCall:SignIn:OpenId:Audience"] = Audience,
        };
        foreach (var (name, value) in settings)
        {
            all["OnCall:SignIn:" + name] = value;
        }

        var host = await ApiHost.StartAsync(settings: all, services: s => s.AddSingleton(time));
        host.Clock.Now = TimeProvider.System.GetCurrentInstant();
        await host.Admin.PutAsync("/api/v1/people/N001", """{"name":"Ann"}""");
        await host.Admin.PutAsync("/api/v1/people/2", """{"name":"Bob"}""");
        return host;
    }

    /// <summary>What the audit says last of this action.</summary>
    public static async Task<string> AuditAsync(ApiHost host, string action) =>
        (await (await host.Admin.GetPathAsync("/api/v1/audit?action=" + action)).ReadAsync()).At("items.0.detail").ToString();

    /// <summary>What this person may, in order: <c>scheduler staff</c>.</summary>
    public static async Task<string> PermissionsAsync(ApiHost host, string number) =>
        string.Join(' ', (await (await host.Admin.GetPathAsync("/api/v1/people/" + number)).ReadAsync()).At("permissions").EnumerateArray()
            .Select(p => p.Text("permission") + (p.Text("orgUnit") is { } unit ? "@" + unit : "")).Order(StringComparer.Ordinal));
}
