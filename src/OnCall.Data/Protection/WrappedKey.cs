using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.AuthenticatedEncryption.ConfigurationModel;
using Microsoft.AspNetCore.DataProtection.Internal;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using NodaTime;

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

    private static readonly string Deserializer = typeof(AuthenticatedEncryptorDescriptorDeserializer).AssemblyQualifiedName!;
    private static readonly HashSet<string?> Unwrapping = [typeof(KeyFileXmlDecryptor).AssemblyQualifiedName, typeof(EncryptedXmlDecryptor).AssemblyQualifiedName];

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

    /// <summary>
    /// The same key with every secret in the clear; null for one that holds none, or one in the clear, or one wrapped by something else than what is
    /// there, or that is not as the framework writes it.
    /// </summary>
    public static XElement? TryUnwrap(KeyRow row, IActivator activator)
    {
        try
        {
            var key = row.ToElement();
            var secrets = key.Descendants(Secret).ToList();
            var isOurs = key.Name == "key" && secrets.Count > 0
                && secrets.TrueForAll(s => Unwrapping.Contains((string?)s.Attribute(Decryptor)))
                && key.Descendants().Attributes("deserializerType").All(a => a.Value == Deserializer)
                && !key.Descendants().Any(e => (bool?)e.Attribute(ToBeWrapped) == true);
            return isOurs ? Unwrap(key, activator) : null;
        }
        catch (Exception error) when (error is CryptographicException or FormatException or XmlException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>The same key with its end now, or when it was: it opens what it sealed, and seals nothing more.</summary>
    public static XElement Ended(XElement key, Instant now)
    {
        if (key.Element("expirationDate") is { } end && Instant.FromDateTimeOffset((DateTimeOffset)end) > now)
        {
            end.SetValue(now.ToDateTimeOffset());
        }

        return key;
    }

    /// <summary>The same key with every secret in the clear.</summary>
    /// <exception cref="CryptographicException">Nothing that is there unwraps it.</exception>
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
