using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace OnCall.Data.Protection;

/// <summary>
/// Wraps and unwraps what is secret within a stored key, in the form that the framework itself writes:
/// <c>encryptedSecret</c> with the name of what unwraps it, in place of an element that says <c>requiresEncryption</c>.
/// </summary>
internal static class WrappedKey
{
    private static readonly XNamespace Names = "http://schemas.asp.net/2015/03/dataProtection";
    private static readonly XName Secret = Names + "encryptedSecret";
    private static readonly XName ToBeWrapped = Names + "requiresEncryption";
    private const string Decryptor = "decryptorType";

    public static bool IsIn(XElement key) => key.Descendants(Secret).Any();

    /// <summary>The same key with every secret in the clear wrapped.</summary>
    public static XElement Wrap(XElement key, IXmlEncryptor encryptor)
    {
        var wrapped = new XElement(key);
        foreach (var plain in wrapped.Descendants().Where(e => (bool?)e.Attribute(ToBeWrapped) == true).ToList())
        {
            var info = encryptor.Encrypt(plain);
            plain.ReplaceWith(new XElement(Secret, new XAttribute(Decryptor, info.DecryptorType.AssemblyQualifiedName!), info.EncryptedElement));
        }

        return wrapped;
    }

    /// <summary>The same key with every secret in the clear.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">Nothing that is there unwraps it.</exception>
    public static XElement Unwrap(XElement key, IActivator activator)
    {
        var plain = new XElement(key);
        foreach (var secret in plain.Descendants(Secret).ToList())
        {
            var decryptor = (IXmlDecryptor)activator.CreateInstance(typeof(IXmlDecryptor), (string)secret.Attribute(Decryptor)!);
            secret.ReplaceWith(decryptor.Decrypt(secret.Elements().Single()));
        }

        return plain;
    }
}
