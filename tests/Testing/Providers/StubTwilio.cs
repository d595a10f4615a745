using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;

namespace OnCall.Testing.Providers;

/// <summary>Twilio's Messages and Calls: takes every one, numbers them, says how they stand, and is scripted for the rest.</summary>
public sealed class StubTwilio : HttpProviderStub
{
    private readonly ConcurrentDictionary<string, (string Status, int? ErrorCode, string? AnsweredBy)> _states = new(StringComparer.Ordinal);
    private int _count;

    private StubTwilio(int port, TimeProvider? time)
        : base(port, time)
    {
    }

    public static async Task<StubTwilio> StartAsync(int port = 0, TimeProvider? time = null)
    {
        var stub = new StubTwilio(port, time);
        await stub.ListenAsync();
        return stub;
    }

    /// <summary>The id that the stub gives to what was sent nth, a message; counted from 1, messages and calls together.</summary>
    public static string Sid(int number) => "SM" + number.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>The id that the stub gives to what was sent nth, a call.</summary>
    public static string CallSid(int number) => "CA" + number.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>An error as the API writes it. Its words quote the number, as Twilio's do.</summary>
    public static StubAnswer Error(int status, int code, string words = "The 'To' number +15550100 is not valid") =>
        new StubAnswer.Reply(status, JsonSerializer.Serialize(new { code, message = words, more_info = $"https://www.twilio.com/docs/errors/{code}", status }));

    /// <summary>From now on a message or a call is said to stand so. Until then it is queued.</summary>
    public void Becomes(string sid, string status, int? errorCode = null, string? answeredBy = null) => _states[sid] = (status, errorCode, answeredBy);

    /// <summary>The calls placed, in the order of arrival.</summary>
    public IReadOnlyList<ProviderRequest> Calls => Posted("/Calls.json");

    /// <summary>The messages sent, in the order of arrival.</summary>
    public IReadOnlyList<ProviderRequest> Messages => Posted("/Messages.json");

    /// <summary>How often it was asked how something stands, in the order of arrival.</summary>
    public IReadOnlyList<ProviderRequest> Polls => [.. Requests.All.Where(r => r.Method == "GET")];

    protected override StubAnswer AllIsWell(ProviderRequest request)
    {
        var isCall = request.Path.Contains("/Calls", StringComparison.Ordinal);
        if (request.Method == "GET")
        {
            return Resource(Path.GetFileNameWithoutExtension(request.Path), 200, request);
        }

        var number = Interlocked.Increment(ref _count);
        return Resource(isCall ? CallSid(number) : Sid(number), 201, request);
    }

    private StubAnswer.Reply Resource(string sid, int http, ProviderRequest request)
    {
        var (status, errorCode, answeredBy) = _states.GetValueOrDefault(sid, ("queued", null, null));
        return new StubAnswer.Reply(http, JsonSerializer.Serialize(new
        {
            sid,
            status,
            to = request.Form.GetValueOrDefault("To"),
            from = request.Form.GetValueOrDefault("From"),
            body = request.Form.GetValueOrDefault("Body"),
            answered_by = answeredBy,
            error_code = errorCode,
            error_message = errorCode is null ? null : "The 'To' number +15550100 is not valid",
        }));
    }

    private IReadOnlyList<ProviderRequest> Posted(string path) =>
        [.. Requests.All.Where(r => r.Method == "POST" && r.Path.EndsWith(path, StringComparison.Ordinal))];
}
