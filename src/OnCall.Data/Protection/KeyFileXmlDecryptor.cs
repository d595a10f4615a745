using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace OnCall.Data.Protection;

/// <summary>Unwraps what <see cref="KeyFileXmlEncryptor"/> wrapped. The framework makes it, by the name that stands in the wrapped key.</summary>
internal sealed class KeyFileXmlDecryptor : IXmlDecryptor
{
    private readonly KeyWraps _wraps;

    public KeyFileXmlDecryptor(IServiceProvider services)
    {
        _wraps = services.GetRequiredService<KeyWraps>();
    }

    /// <exception cref="CryptographicException">No key file is there that wrapped it.</exception>
    public XElement Decrypt(XElement encryptedElement)
    {
        ArgumentNullException.ThrowIfNull(encryptedElement);
        var by = (string?)encryptedElement.Attribute(KeyFileXmlEncryptor.By);
        var file = _wraps.Files.FirstOrDefault(f => f.Name == by) ?? throw new CryptographicException($"The key file that wrapped this key ({by}) is not there.");
        return XElement.Parse(Encoding.UTF8.GetString(file.Unwrap(Convert.FromBase64String(encryptedElement.Value))));
    }
}
