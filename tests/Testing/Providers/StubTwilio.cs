using System.Globalization;
using System.Text.Json;

namespace OnCall.Testing.Providers;

/// <summary>Twilio's Messages API: takes every message, numbers them, and is scripted for the rest.</summary>
public sealed class StubTwilio : HttpProviderStub
{
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

    /// <summary>The id that the stub gives to its nth message, counted from 1.</summary>
    public static string Sid(int number) => "SM" + number.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>An error as the API writes it. Its words quote the number, as Twilio's do.</summary>
    public static StubAnswer Error(int status, int code, string words = "The 'To' number +15550100 is not valid") =>
        new StubAnswer.Reply(status, JsonSerializer.Serialize(new { code, message = words, more_info = $"https://www.twilio.com/docs/errors/{code}", status }));

    protected override StubAnswer AllIsWell(ProviderRequest request)
    {
        var sid = Sid(Interlocked.Increment(ref _count));
        return new StubAnswer.Reply(201, JsonSerializer.Serialize(new
        {
            sid,
            status = "queued",
            to = request.Form.GetValueOrDefault("To"),
            from = request.Form.GetValueOrDefault("From"),
            body = request.Form.GetValueOrDefault("Body"),
            error_code = (int?)null,
            error_message = (string?)null,
        }));
    }
}
