using Microsoft.Extensions.Options;
using OnCall.Api.Settings;
using OnCall.Application.Alarms;

namespace OnCall.Api.Watch;

/// <summary>Asks the watchdog's address by GET: no body, no name, nothing of any page. Any answer of 200 to 299 will do.</summary>
internal sealed class WatchdogClient(HttpClient http, IOptions<OnCallOptions> options, TimeProvider time) : IWatchdog
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(8);

    public async Task<string?> PingAsync(CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(Limit, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var answer = await http.GetAsync(new Uri(options.Value.Watchdog.Url!), HttpCompletionOption.ResponseHeadersRead, either.Token);
            return answer.IsSuccessStatusCode ? null : $"HTTP {(int)answer.StatusCode}";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return $"no answer within {Limit.TotalSeconds:0} s";
        }
        catch (HttpRequestException error)
        {
            return $"no connection ({error.HttpRequestError})";
        }
    }
}
