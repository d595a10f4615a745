using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Channels.Http;
using OnCall.Domain.Notifications;

namespace OnCall.Channels.Push;

/// <summary>Notifications to registered devices through FCM's HTTP v1 API, Apple's among them.</summary>
public sealed class FcmPushChannel(IHttpClientFactory clients, IOptions<FcmOptions> options, IClock clock) : IChannel
{
    /// <summary>The name of its HTTP client.</summary>
    public const string ClientName = "fcm";

    private readonly FcmOptions _options = options.Value;

    // A file that could not be read once is tried again with the next message.
    private readonly Lazy<(ServiceAccount Account, FcmSignIn SignIn)> _account = new(() => Open(options.Value), LazyThreadSafetyMode.PublicationOnly);

    public ContactMethodKind Kind => ContactMethodKind.Push;

    public bool IsConfigured => _options.IsConfigured;

    public ProviderLimits Limits => LimitSettings.Of(_options.AtOnce, _options.PerSecond);

    public async Task<DeliveryAnswer> SendAsync(OutgoingNotification notification, CancellationToken cancellationToken)
    {
        // One limit over signing in, sending and sending again.
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(ChannelLimits.ProviderCall);
        var message = FcmMessage.Write(notification, clock.GetCurrentInstant());
        var (answer, wantsNewToken) = await TryAsync(message, notification.MayLeave, renew: false, limit.Token);
        return wantsNewToken ? (await TryAsync(message, notification.MayLeave, renew: true, limit.Token)).Answer : answer;
    }

    private static (ServiceAccount, FcmSignIn) Open(FcmOptions options) =>
        ServiceAccount.TryRead(options.CredentialsFile!, out var account, out var problem)
            ? (account, new FcmSignIn(account, options.TokenUrl))
            : throw new InvalidOperationException($"{SettingNames.Of(FcmOptions.Name, nameof(options.CredentialsFile))} {problem}");

    private async Task<(DeliveryAnswer Answer, bool WantsNewToken)> TryAsync(
        byte[] message, Func<bool> mayLeave, bool renew, CancellationToken cancellationToken)
    {
        var (token, problem) = await _account.Value.SignIn.TokenAsync(renew, cancellationToken);
        if (token is null)
        {
            return (FcmAnswers.Silent(DeliveryStatus.FailedForNow, problem), false);
        }

        using var http = clients.CreateClient(ClientName);
        using var content = new TrackedContent(message, "application/json") { MayLeave = mayLeave };
        var reply = await ProviderHttp.PostAsync(http, SendUrl(), content, new AuthenticationHeaderValue("Bearer", token), cancellationToken);
        return reply switch
        {
            ProviderReply.Answered { IsSuccess: true, Body: var body } => (FcmAnswers.Taken(body), false),
            ProviderReply.Answered refused when FcmError.Read(refused.Body) is var error =>
                (FcmAnswers.Refused(refused, error), FcmAnswers.WantsNewToken(refused.Status, error)),
            ProviderReply.NotSent { Why: var why } => (FcmAnswers.Silent(DeliveryStatus.FailedForNow, why), false),
            ProviderReply.Unknown { Why: var why } => (FcmAnswers.Silent(DeliveryStatus.Indeterminate, why), false),
            var other => throw new InvalidOperationException($"No such reply: {other.GetType().Name}"),
        };
    }

    private Uri SendUrl() => new($"{_options.BaseUrl.TrimEnd('/')}/v1/projects/{Uri.EscapeDataString(_account.Value.Account.ProjectId)}/messages:send");
}
