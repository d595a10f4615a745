using System.Text.Json;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Access;

/// <summary>What the audit says of those who did not get in.</summary>
internal static class Refused
{
    /// <summary>Entries of this action, the newest first.</summary>
    public static async Task<(string Actor, string Subject, string Way, string Why)[]> RefusedAsync(this ApiHost host, string action)
    {
        var found = await (await host.Admin.GetPathAsync("/api/v1/audit?action=" + action)).ReadAsync();
        return [.. found.At("items").EnumerateArray().Select(Of)];
    }

    private static (string Actor, string Subject, string Way, string Why) Of(JsonElement entry)
    {
        using var detail = JsonDocument.Parse(entry.Text("detail")!);
        return (entry.Text("actor")!, entry.Text("subject")!, detail.RootElement.Text("way")!, detail.RootElement.Text("why")!);
    }
}
