using System.Buffers.Text;
using System.Security.Cryptography;
using FluentValidation;
using OnCall.Application.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Devices;

/// <summary>A subscription has to be one that this machine may push to and can encrypt for.</summary>
internal sealed class RegisterDeviceValidator : AbstractValidator<RegisterDeviceRequest>
{
    private const int AuthBytes = 16;
    private const int PointBytes = 65;

    public RegisterDeviceValidator(IWebPush web)
    {
        RuleFor(r => r.Name).IsName();
        RuleFor(r => r.Token).Custom((token, context) =>
        {
            if ((token is null) == (context.InstanceToValidate.Subscription is null))
            {
                context.AddFailure("Give either a subscription or a token.");
            }
            else if (token is not null && (DeviceAddress.IsOne(token.Trim()) || ContactAddress.Problem(ContactMethodKind.Push, token.Trim()) is not null))
            {
                context.AddFailure("Write the device's registration token: 8 to 400 characters without spaces.");
            }
        });
        When(r => r.Subscription is not null, () =>
        {
            RuleFor(r => r.Subscription!.Endpoint).Must(e => e is not null && web.Allows(e)).OverridePropertyName("subscription.endpoint")
                .WithMessage("Pushes may only go to known push services by https. Ask whoever runs OnCall to allow this one.");
            RuleFor(r => r.Subscription!.Keys).Must(k => IsPoint(Decoded(k?.P256dh))).OverridePropertyName("subscription.keys.p256dh")
                .WithMessage("Give the browser's public key: a point of P-256 in base64url.");
            RuleFor(r => r.Subscription!.Keys).Must(k => Decoded(k?.Auth)?.Length == AuthBytes).OverridePropertyName("subscription.keys.auth")
                .WithMessage("Give the browser's secret: 16 bytes in base64url.");
        });
    }

    private static byte[]? Decoded(string? text)
    {
        try
        {
            return text is { Length: <= 200 } ? Base64Url.DecodeFromChars(text) : null;
        }
        catch (FormatException)
        {
            return null;
        }
    }

    private static bool IsPoint(byte[]? bytes)
    {
        if (bytes is not [0x04, ..] || bytes.Length != PointBytes)
        {
            return false;
        }

        try
        {
            using var key = ECDiffieHellman.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = bytes[1..33], Y = bytes[33..] } });
            return true;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
