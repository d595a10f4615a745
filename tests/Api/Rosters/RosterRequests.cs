using System.Text;
using System.Text.Json;
using OnCall.Testing.Hosting;

namespace OnCall.Api.Tests.Rosters;

/// <summary>Requests about rosters, as a rostering system would send them.</summary>
internal static class RosterRequests
{
    internal const string Uploads = "/api/v1/rosters/uploads";
    internal const string Headings = "Role,Employee no,Start,End,Tier\n";

    /// <summary>Uploads a text in Brussels' time; further fields of the form as <c>name=value</c>.</summary>
    internal static Task<HttpResponseMessage> UploadAsync(this ApiHost host, string text, params string[] fields) =>
        host.UploadAsync(Encoding.UTF8.GetBytes(text), fields);

    internal static async Task<HttpResponseMessage> UploadAsync(this ApiHost host, byte[] file, params string[] fields)
    {
        using var form = Form(file, ["timeZone=Europe/Brussels", .. fields]);
        return await host.Admin.PostAsync(new Uri(Uploads, UriKind.Relative), form);
    }

    internal static MultipartFormDataContent Form(byte[]? file, params string[] fields)
    {
        var form = new MultipartFormDataContent();
        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "file", "roster.csv");
        }

        foreach (var field in fields)
        {
            var (name, value) = (field[..field.IndexOf('=', StringComparison.Ordinal)], field[(field.IndexOf('=', StringComparison.Ordinal) + 1)..]);
            form.Add(new StringContent(value), name);
        }

        return form;
    }

    internal static Task<HttpResponseMessage> ResolveAsync(this ApiHost host, string role, string? at = null) =>
        host.Admin.GetPathAsync($"/api/v1/roles/resolve?role={Uri.EscapeDataString(role)}{(at is null ? "" : "&at=" + Uri.EscapeDataString(at))}");

    internal static byte[] Sample(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "samples", name));

    /// <summary><c>row column</c> of every error.</summary>
    internal static IEnumerable<string> Places(this JsonElement problem) =>
        problem.At("errors").EnumerateArray().Select(e => $"{e.At("row").GetInt32()} {e.Text("column")}");
}
