namespace OnCall.Api.Auth.OpenId;

/// <summary>The provider did not vouch for anybody.</summary>
/// <param name="trouble">For the person.</param>
/// <param name="reason">For the log; never a token or a secret.</param>
internal sealed class OpenIdFailure(OpenIdTrouble trouble, string reason) : Exception(reason)
{
    public OpenIdTrouble Trouble { get; } = trouble;
}
