using System.Net.Http.Headers;
using System.Text;
using OnCall.Application.Notifications;
using OnCall.Channels.Http;

namespace OnCall.Channels.Twilio;

/// <summary>The provider's REST API, version 2010-04-01: form posts and reads of one account, with Basic authentication.</summary>
internal sealed class TwilioClient(IHttpClientFactory clients, TwilioOptions options)
{
    /// <summary>The name of its HTTP client.</summary>
    internal const string Name = "twilio";

    /// <summary>Messages sent and received.</summary>
    internal const string Messages = "Messages";

    /// <summary>Calls placed.</summary>
    internal const string Calls = "Calls";

    /// <summary>Creates a message or a call.</summary>
    internal async Task<ProviderReply> CreateAsync(
        string resource, OutgoingNotification notification, IEnumerable<KeyValuePair<string, string>> fields, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(Name);
        using var form = new FormUrlEncodedContent(fields);
        var bytes = await form.ReadAsByteArrayAsync(CancellationToken.None);
        using var content = new TrackedContent(bytes, "application/x-www-form-urlencoded") { MayLeave = notification.MayLeave };
        return await ProviderHttp.PostAsync(http, Url($"{resource}.json"), content, BasicAuth(), cancellationToken);
    }

    /// <summary>Reads how a message or a call stands; null when no answer came.</summary>
    internal async Task<ProviderReply.Answered?> ReadAsync(string resource, string sid, CancellationToken cancellationToken)
    {
        using var http = clients.CreateClient(Name);
        return await ProviderHttp.GetAsync(http, Url($"{resource}/{Uri.EscapeDataString(sid)}.json"), BasicAuth(), cancellationToken);
    }

    private Uri Url(string path) =>
        new($"{options.BaseUrl.TrimEnd('/')}/2010-04-01/Accounts/{Uri.EscapeDataString(options.AccountSid!)}/{path}");

    private AuthenticationHeaderValue BasicAuth() =>
        new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.AccountSid}:{options.AuthToken}")));
}
