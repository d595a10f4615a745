using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace OnCall.Data.Protection;

/// <summary>
/// The framework tells whoever seals or opens next that it could not read the ring anew, and goes on with the ring that it has from the time after
/// that. Nobody's page is to be refused for it: it is asked a second time.
/// </summary>
internal sealed class SteadyProtection(IDataProtectionProvider inner) : IDataProtectionProvider
{
    public IDataProtector CreateProtector(string purpose) => new Protector(inner.CreateProtector(purpose));

    private sealed class Protector(IDataProtector inner) : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => new Protector(inner.CreateProtector(purpose));

        public byte[] Protect(byte[] plaintext) => Twice(inner.Protect, plaintext);

        public byte[] Unprotect(byte[] protectedData) => Twice(inner.Unprotect, protectedData);

        private static byte[] Twice(Func<byte[], byte[]> work, byte[] bytes)
        {
            try
            {
                return work(bytes);
            }
            catch (CryptographicException)
            {
                return work(bytes);
            }
        }
    }
}
