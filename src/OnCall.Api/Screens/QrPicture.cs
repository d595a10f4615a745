using QRCoder;

namespace OnCall.Api.Screens;

/// <summary>A QR code as SVG, drawn here: what it says goes to no other server.</summary>
internal static class QrPicture
{
    private const int PixelsPerModule = 5;

    internal static string Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        using var code = new SvgQRCode(data);
        return code.GetGraphic(PixelsPerModule, "#000000", "#ffffff", sizingMode: SvgQRCode.SizingMode.WidthHeightAttribute);
    }
}
