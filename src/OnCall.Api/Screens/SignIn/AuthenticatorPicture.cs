using OnCall.Api.Auth.SecondFactor;
using OnCall.Application.Access.Accounts;

namespace OnCall.Api.Screens.SignIn;

/// <summary>What an authenticator is shown to take up an account.</summary>
/// <param name="Svg">A QR code, drawn here: the secret goes to no other server.</param>
/// <param name="Secret">The same to be typed, in groups of four.</param>
internal sealed record AuthenticatorPicture(string Svg, string Secret)
{
    internal static AuthenticatorPicture Of(string secret, Account account) =>
        new(QrPicture.Of(Authenticator.Address(secret, account)), string.Join(' ', secret.Chunk(4).Select(c => new string(c))));
}
