using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;

namespace OnCall.Data.Protection;

/// <summary>Wraps what is secret of a key by the key file.</summary>
internal sealed class KeyFileXmlEncryptor(KeyFile file) : IXmlEncryptor
{
    internal const string Element = "keyFile";
    internal const string By = "by";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        ArgumentNullException.ThrowIfNull(plaintextElement);
        var wrapped = file.Wrap(Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting)));
        return new EncryptedXmlInfo(new XElement(Element, new XAttribute(By, file.Name), Convert.ToBase64String(wrapped)), typeof(KeyFileXmlDecryptor));
    }
}
