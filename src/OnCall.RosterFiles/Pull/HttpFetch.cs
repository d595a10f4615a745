using System.Net;
using System.Security.Authentication;
using OnCall.Application.Rosters.Files;
using OnCall.Application.Rosters.Pulls;
using OnCall.Application.Rosters.Uploads;

namespace OnCall.RosterFiles.Pull;

/// <summary>Gets a roster over HTTP: within its time and size, by few redirects, and never to another host than the one that was named.</summary>
internal sealed class HttpFetch(PullPlaces places, TimeProvider time) : IDisposable
{
    private const int MostRedirects = 3;

    // A proxy is what the environment of the process says.
    private readonly HttpMessageInvoker _client = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        ActivityHeadersPropagator = null,
    });

    public static string TooLarge => $"It is larger than a roster file may be: {UploadRoster.MaxBytes / 1024 / 1024} MiB.";

    public async Task<FetchedRoster> FetchAsync(RosterPlace place, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(places.Longest, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            return await FollowAsync(place, new Uri(place.Url!), either.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return FetchedRoster.Failed($"The server did not send it within {places.Longest.TotalSeconds:0} s.");
        }
        catch (HttpRequestException error)
        {
            return FetchedRoster.Failed(Said(error));
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return FetchedRoster.Failed("The answer of the server broke off or cannot be unpacked.");
        }
    }

    public void Dispose() => _client.Dispose();

    private async Task<FetchedRoster> FollowAsync(RosterPlace place, Uri address, CancellationToken cancellationToken)
    {
        for (var redirects = 0; ; redirects++)
        {
            using var request = RequestTo(address, place);
            using var answer = await _client.SendAsync(request, cancellationToken);
            if ((int)answer.StatusCode is not (301 or 302 or 303 or 307 or 308))
            {
                return await TakeAsync(answer, address, place, cancellationToken);
            }

            if (redirects == MostRedirects)
            {
                return FetchedRoster.Failed($"The server redirects more than {MostRedirects} times.");
            }

            if (answer.Headers.Location is not { } location || Next(address, location) is not { } next)
            {
                return FetchedRoster.Failed("The server redirects to another server: give the address where the file is.");
            }

            address = next;
        }
    }

    /// <summary>Null for what must not be followed: another host, another port unless it is from http to https, or from https to http.</summary>
    private static Uri? Next(Uri from, Uri location)
    {
        var to = new Uri(from, location);
        var isSame = to.Scheme == from.Scheme && to.Port == from.Port;
        var isSafer = from.Scheme == Uri.UriSchemeHttp && to.Scheme == Uri.UriSchemeHttps;
        return string.Equals(to.IdnHost, from.IdnHost, StringComparison.OrdinalIgnoreCase) && (isSame || isSafer) && to.UserInfo.Length == 0 ? to : null;
    }

    private static HttpRequestMessage RequestTo(Uri address, RosterPlace place)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.TryAddWithoutValidation("User-Agent", "OnCall");
        Add("If-None-Match", place.ETag);
        Add("If-Modified-Since", place.LastModified);
        if (place.HeaderName is { } name)
        {
            Add(name, place.Secret?.Value);
        }

        return request;

        void Add(string header, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(header, value);
            }
        }
    }

    private static async Task<FetchedRoster> TakeAsync(HttpResponseMessage answer, Uri address, RosterPlace place, CancellationToken cancellationToken)
    {
        if (answer.StatusCode == HttpStatusCode.NotModified && (place.ETag ?? place.LastModified) is not null)
        {
            return new FetchedRoster(FetchResult.NotModified);
        }

        if (answer.StatusCode != HttpStatusCode.OK)
        {
            return FetchedRoster.Failed($"The server answered {(int)answer.StatusCode}.");
        }

        if (answer.Content.Headers.ContentLength > UploadRoster.MaxBytes)
        {
            return FetchedRoster.Failed(TooLarge);
        }

        await using var stream = await answer.Content.ReadAsStreamAsync(cancellationToken);
        return await LimitedRead.Async(stream, cancellationToken) is { } content
            ? new FetchedRoster(FetchResult.Fetched, new RosterFile(NameOf(answer, address), content))
            {
                ETag = Short(answer.Headers.ETag?.ToString(), 400),
                LastModified = answer.Content.Headers.LastModified?.ToString("R"),
            }
            : FetchedRoster.Failed(TooLarge);
    }

    private static string NameOf(HttpResponseMessage answer, Uri address)
    {
        var told = answer.Content.Headers.ContentDisposition;
        var name = Path.GetFileName((told?.FileNameStar ?? told?.FileName)?.Trim('"') ?? Uri.UnescapeDataString(address.AbsolutePath).TrimEnd('/'));
        return name.Length == 0 ? "roster" : name.Length > 200 ? name[^200..] : name;
    }

    private static string? Short(string? text, int most) => text is null || text.Length > most ? null : text;

    private static string Said(HttpRequestException error) => error.HttpRequestError switch
    {
        HttpRequestError.NameResolutionError => "The name of the server is not known here.",
        HttpRequestError.SecureConnectionError => $"No safe connection to the server: {(error.InnerException as AuthenticationException)?.Message ?? "TLS failed."}",
        HttpRequestError.ConnectionError => "The server cannot be reached.",
        _ => "The answer of the server broke off or is no HTTP.",
    };
}
