using OnCall.Api.Auth.SecondFactor;
using OnCall.Application.Access.Accounts;
using QRCoder;

namespace OnCall.Api.Screens.SignIn;

/// <summary>What an authenticator is shown to take up an account.</summary>
/// <param name="Svg">A QR code, drawn here: the secret goes to no other server.</param>
/// <param name="Secret">The same to be typed, in groups of four.</param>
internal sealed record AuthenticatorPicture(string Svg, string Secret)
{
    private const int PixelsPerModule = 5;

    internal static AuthenticatorPicture Of(string secret, Account account)
    {
        using var data = QRCodeGenerator.GenerateQrCode(Authenticator.Address(secret, account), QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return new AuthenticatorPicture(
            code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.WidthHeightAttribute), string.Join(' ', secret.Chunk(4).Select(c => new string(c))));
    }
}
