using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using OnCall.Application.Exports;

namespace OnCall.Api.Exports;

/// <summary>Protects signing keys by the keys that protect sessions.</summary>
internal sealed class KeyGuard(IDataProtectionProvider protection) : IKeyGuard
{
    private readonly Lazy<IDataProtector> _protector = new(() => protection.CreateProtector("OnCall.Exports.SigningKey"));

    public string Protect(byte[] key) => Convert.ToBase64String(_protector.Value.Protect(key));

    public byte[]? Open(string text)
    {
        try
        {
            return _protector.Value.Unprotect(Convert.FromBase64String(text));
        }
        catch (Exception lost) when (lost is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
