using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace OnCall.Api.Auth.OpenId;

/// <summary>
/// What the provider says of itself (OpenID Connect Discovery 1.0): its endpoints and its keys. Asked when first needed and again each hour;
/// what it said last holds while it is away or is asked. One question at a time, whoever waits for it.
/// </summary>
internal sealed class OpenIdProvider(IOptions<OpenIdSettings> settings, ProviderClient client, TimeProvider time, ILogger<OpenIdProvider> log)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromHours(1);

    // Whoever sends tokens with keys that nobody has must not make OnCall ask each time.
    private static readonly TimeSpan AskAgain = TimeSpan.FromSeconds(5);

    private static readonly Action<ILogger, string, string, Exception?> Away = LoggerMessage.Define<string, string>(
        LogLevel.Warning, new EventId(1, nameof(Away)), "The OpenID Connect provider {Authority} cannot be used now: {Why}");

    private readonly Lock _gate = new();
    private Task<OpenIdConnectConfiguration?> _asked = Task.FromResult<OpenIdConnectConfiguration?>(null);
    private OpenIdConnectConfiguration? _known;
    private long? _knownSince;
    private long? _askedAt;

    private string Authority => settings.Value.Authority!.TrimEnd('/');

    /// <summary>Null when it does not answer, or not as a provider does, and has never done so since the start.</summary>
    public Task<OpenIdConnectConfiguration?> FindAsync(CancellationToken cancellationToken) => FindAsync(Fresh, cancellationToken);

    /// <summary>The same, asked again: a token is signed by a key that is not known.</summary>
    public Task<OpenIdConnectConfiguration?> FindNewAsync(CancellationToken cancellationToken) => FindAsync(TimeSpan.Zero, cancellationToken);

    private async Task<OpenIdConnectConfiguration?> FindAsync(TimeSpan oldest, CancellationToken cancellationToken)
    {
        Task<OpenIdConnectConfiguration?> asked;
        lock (_gate)
        {
            if (_known is not null && time.GetElapsedTime(_knownSince!.Value) < oldest)
            {
                return _known;
            }

            if (_asked.IsCompleted && _askedAt is { } last && time.GetElapsedTime(last) < AskAgain)
            {
                return _known;
            }

            if (_asked.IsCompleted)
            {
                _askedAt = time.GetTimestamp();
                _asked = AskAsync();
            }

            if (_known is not null && oldest > TimeSpan.Zero)
            {
                return _known;
            }

            asked = _asked;
        }

        return await asked.WaitAsync(cancellationToken);
    }

    private async Task<OpenIdConnectConfiguration?> AskAsync()
    {
        await Task.Yield();
        try
        {
            var retriever = new HttpDocumentRetriever(client.Http) { RequireHttps = settings.Value.RequireHttps };
            var found = await OpenIdConnectConfigurationRetriever.GetAsync(Authority + "/.well-known/openid-configuration", retriever, CancellationToken.None);
            if (Problem(found) is { } problem)
            {
                Away(log, Authority, problem, null);
                return _known;
            }

            lock (_gate)
            {
                (_known, _knownSince) = (found, time.GetTimestamp());
            }

            return found;
        }
        catch (Exception error)
        {
            Away(log, Authority, (error.InnerException ?? error).Message, null);
            return _known;
        }
    }

    private string? Problem(OpenIdConnectConfiguration found) => found switch
    {
        // Discovery 1.0, 4.3: else another provider could answer for this one.
        _ when !string.Equals(found.Issuer?.TrimEnd('/'), Authority, StringComparison.Ordinal) => $"it calls itself {found.Issuer}, and OnCall__SignIn__OpenId__Authority does not",
        _ when !IsSafe(found.AuthorizationEndpoint) || !IsSafe(found.TokenEndpoint) => "its endpoints are not https addresses",
        { SigningKeys.Count: 0 } => "it has no keys to sign with",
        _ => null,
    };

    private bool IsSafe(string? endpoint) =>
        Uri.TryCreate(endpoint, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (!settings.Value.RequireHttps && uri is { Scheme: "http", IsLoopback: true }));
}
