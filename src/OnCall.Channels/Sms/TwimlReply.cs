using System.Text;
using System.Xml;

namespace OnCall.Channels.Sms;

/// <summary>The webhook's answer to an inbound SMS, in the provider's markup.</summary>
public static class TwimlReply
{
    /// <summary>The media type of the answer.</summary>
    public const string ContentType = "text/xml; charset=utf-8";

    /// <summary>A text message back to the sender; none when <paramref name="message"/> is null.</summary>
    public static string Write(string? message)
    {
        var text = new Utf8Writer();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = Encoding.UTF8 }))
        {
            xml.WriteStartElement("Response");
            if (message is not null)
            {
                // A character that XML cannot carry would cost the person the whole answer.
                xml.WriteElementString("Message", string.Concat(message.EnumerateRunes().Where(Fits).Select(rune => rune.ToString())));
            }

            xml.WriteEndElement();
        }

        return text.ToString();
    }

    private static bool Fits(Rune rune) => rune.Value >= 0x10000 || XmlConvert.IsXmlChar((char)rune.Value);

    private sealed class Utf8Writer() : StringWriter(System.Globalization.CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
