using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using OnCall.Application.Audit;
using OnCall.Data;
using OnCall.Domain.Audit;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Audit;

/// <summary>The program with a clock that stands still, somebody who seals when a test says so, and an insider with the database.</summary>
internal static class AuditHouse
{
    public const string Path = "/api/v1/audit";

    /// <summary>Takes the triggers away that guard the trail, in either database.</summary>
    public const string Unguard = """
        drop trigger if exists audit_entry_is_not_changed; drop trigger if exists audit_entry_is_not_deleted; drop trigger if exists audit_entry_is_only_added_to;
        drop trigger if exists audit_seal_is_not_changed; drop trigger if exists audit_seal_is_not_deleted; drop trigger if exists audit_seal_is_only_added_to;

        """;

    public static Task SealAsync(this ApiHost host) => host.Services.GetRequiredService<SealAudit>().RunAsync(CancellationToken.None);

    public static Task WriteAsync(this ApiHost host, params AuditEntry[] entries) => host.Services.GetRequiredService<IAuditWriter>().AppendAsync(entries, CancellationToken.None);

    public static AuditEntry Entry(this ApiHost host, string actor, string action = "test.act", string subject = "test:1", string detail = "{}") =>
        new(host.Clock.Now, actor, action, subject, detail);

    /// <summary>Changes the database as somebody who can write its file.</summary>
    public static Task TamperAsync(this ApiHost host, string sql) => host.Services.GetRequiredService<Database>().WriteAsync(
        (connection, transaction) => connection.ExecuteAsync(Unguard + sql, transaction: transaction),
        CancellationToken.None);

    public static async Task<IReadOnlyList<(string Actor, string Subject, string Detail)>> EntriesAsync(this ApiHost host, string action) =>
        [.. await host.Services.GetRequiredService<Database>().ReadAsync(
            connection => connection.QueryAsync<(string, string, string)>("select actor, subject, detail from audit_entry where action = @action order by seq", new { action }),
            CancellationToken.None)];

    /// <summary>A client of somebody with that permission, for the whole hospital unless a unit is given.</summary>
    public static async Task<HttpClient> AsAsync(this ApiHost host, string permission, string? unit = null)
    {
        var person = permission + unit;
        var grant = JsonSerializer.Serialize(new { permission, orgUnit = unit });
        (await host.Admin.PutAsync($"/api/v1/people/{person}", $$"""{"name":"{{person}}","permissions":[{{grant}}]}""")).EnsureSuccessStatusCode();
        var key = await (await host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"{{person}}"}""")).ReadAsync();
        return host.With(key.Text("key")!);
    }

    public static async Task<(IReadOnlyList<JsonElement> Items, string? Next)> FindAsync(this HttpClient client, string query = "")
    {
        var answer = await client.GetPathAsync(Path + query);
        answer.EnsureSuccessStatusCode();
        var list = await answer.ReadAsync();
        return ([.. list.GetProperty("items").EnumerateArray()], list.Text("next"));
    }

    /// <summary>Runs the program as <c>audit …</c> on the data of a host.</summary>
    public static Task<(int Code, string Output, string Error)> CommandAsync(this ApiHost host, params string[] words) => CommandAsync(host.DataDirectory, words, host.DatabaseSettings);

    /// <summary>Runs the program as <c>audit …</c> or another command on that folder.</summary>
    public static Task<(int Code, string Output, string Error)> CommandAsync(string dataDirectory, params string[] words) => CommandAsync(dataDirectory, words, new Dictionary<string, string?>());

    private static async Task<(int Code, string Output, string Error)> CommandAsync(string dataDirectory, string[] words, IReadOnlyDictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. words])
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["OnCall__DataDirectory"] = dataDirectory;
        foreach (var (name, value) in settings)
        {
            start.Environment[name.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        using var program = Process.Start(start)!;
        var output = program.StandardOutput.ReadToEndAsync();
        var error = await program.StandardError.ReadToEndAsync();
        await program.WaitForExitAsync();
        return (program.ExitCode, await output, error);
    }

    public static async Task KeepAnchorAsync(this ApiHost host)
    {
        host.Clock.Advance(Duration.FromDays(1));
        if (!await host.Services.GetRequiredService<AnchorAudit>().RunAsync(atTheEnd: false, CancellationToken.None))
        {
            throw new InvalidOperationException("No anchor was kept.");
        }
    }
}
