using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace OnCall.Testing.Hosting;

/// <summary>Sends and reads JSON as text, as a client of another language would.</summary>
public static class JsonRequests
{
    /// <summary>Raw JSON as a body.</summary>
    public static HttpContent Body(string json) => new StringContent(json, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));

    public static Task<HttpResponseMessage> PutAsync(this HttpClient client, string path, string json) => client.PutAsync(new Uri(path, UriKind.Relative), Body(json));

    public static Task<HttpResponseMessage> PostAsync(this HttpClient client, string path, string json) => client.PostAsync(new Uri(path, UriKind.Relative), Body(json));

    public static Task<HttpResponseMessage> GetPathAsync(this HttpClient client, string path) => client.GetAsync(new Uri(path, UriKind.Relative));

    public static async Task<JsonElement> ReadAsync(this HttpResponseMessage answer)
    {
        ArgumentNullException.ThrowIfNull(answer);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
    }

    /// <summary>A member by path: <c>errors.0.field</c>.</summary>
    public static JsonElement At(this JsonElement json, string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        foreach (var part in path.Split('.'))
        {
            json = int.TryParse(part, CultureInfo.InvariantCulture, out var index) ? json[index] : json.GetProperty(part);
        }

        return json;
    }

    public static string? Text(this JsonElement json, string path) => json.At(path).GetString();
}
