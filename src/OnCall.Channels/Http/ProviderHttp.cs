using System.Net.Http.Headers;

namespace OnCall.Channels.Http;

/// <summary>Asks a provider and answers with a value, whatever the network does.</summary>
internal static class ProviderHttp
{
    private const int MaxAnswerChars = 32 * 1024;

    internal static async Task<ProviderReply> PostAsync(
        HttpClient http, Uri uri, TrackedContent content, AuthenticationHeaderValue authorization, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, uri) { Content = content };
        request.Headers.Authorization = authorization;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new ProviderReply.Answered(response.StatusCode, await ReadAsync(response, cancellationToken), RetryAfter.Of(response));
        }
        catch (OperationCanceledException)
        {
            return content.Started ? new ProviderReply.Unknown("no answer in time") : new ProviderReply.NotSent("no connection in time");
        }
        catch (HttpRequestException e)
        {
            return content.Started ? new ProviderReply.Unknown("connection lost") : new ProviderReply.NotSent(Words(e.HttpRequestError));
        }
        catch (IOException)
        {
            return content.Started ? new ProviderReply.Unknown("connection lost") : new ProviderReply.NotSent("connection lost");
        }
    }

    /// <summary>Reads what can be read again: no answer is null, and nothing is lost by it.</summary>
    internal static async Task<ProviderReply.Answered?> GetAsync(HttpClient http, Uri uri, AuthenticationHeaderValue authorization, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, uri);
        request.Headers.Authorization = authorization;
        try
        {
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return new ProviderReply.Answered(response.StatusCode, await ReadAsync(response, cancellationToken), RetryAfter.Of(response));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            return null;
        }
    }

    // The status alone decides; a body that breaks off or runs on for ever must not turn "taken" into "unknown".
    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            using var reader = new StreamReader(stream);
            var buffer = new char[MaxAnswerChars];
            return new string(buffer, 0, await reader.ReadBlockAsync(buffer, cancellationToken));
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpRequestException)
        {
            return "";
        }
    }

    private static string Words(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "host name not found",
        HttpRequestError.SecureConnectionError => "secure connection refused",
        _ => "no connection",
    };
}
