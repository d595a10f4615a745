using Google.Apis.Auth.OAuth2;
using Google.Apis.Auth.OAuth2.Responses;
using Google.Apis.Http;

namespace OnCall.Channels.Push;

/// <summary>The access token of a service account, kept and renewed before it ends.</summary>
internal sealed class FcmSignIn(ServiceAccount account, string? tokenUrl)
{
    private readonly ServiceAccountCredential _credential = new(
        new ServiceAccountCredential.Initializer(account.ClientEmail, string.IsNullOrWhiteSpace(tokenUrl) ? account.TokenUrl : tokenUrl)
        {
            Scopes = ["https://www.googleapis.com/auth/firebase.messaging"],
            KeyId = account.KeyId,
            HttpClientFactory = new GoogleClients(),
            DefaultExponentialBackOffPolicy = ExponentialBackOffPolicy.None,
        }.FromPrivateKey(account.PrivateKey));

    /// <summary>A token, or null with the reason when the sign-in fails. Nothing of a message has left by then.</summary>
    /// <param name="renew">True when the provider refused the token that is kept.</param>
    internal async Task<(string? Token, string Problem)> TokenAsync(bool renew, CancellationToken cancellationToken)
    {
        try
        {
            if (renew && !await _credential.RequestAccessTokenAsync(cancellationToken))
            {
                return (null, "sign-in refused");
            }

            return (await _credential.GetAccessTokenForRequestAsync(cancellationToken: cancellationToken), "");
        }
        catch (TokenResponseException refused)
        {
            return (null, $"sign-in refused ({refused.StatusCode?.ToString() ?? "no status"})");
        }
        catch (OperationCanceledException)
        {
            return (null, "no sign-in in time");
        }
        catch (Exception e) when (e is HttpRequestException or IOException or InvalidOperationException)
        {
            return (null, "the sign-in server does not answer");
        }
    }
}
