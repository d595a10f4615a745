using System.Globalization;
using System.Text;
using System.Xml;

namespace OnCall.Channels.Twilio;

/// <summary>Writes the provider's markup: one response, into which any words fit.</summary>
internal static class TwimlWriter
{
    /// <summary>The media type of the answer.</summary>
    internal const string ContentType = "text/xml; charset=utf-8";

    internal static string Write(Action<XmlWriter> content)
    {
        var text = new Utf8Text();
        using (var xml = XmlWriter.Create(text, new XmlWriterSettings { Encoding = Encoding.UTF8 }))
        {
            xml.WriteStartElement("Response");
            content(xml);
            xml.WriteEndElement();
        }

        return text.ToString();
    }

    /// <summary>Without characters that XML cannot carry: one of them would cost the person the whole answer.</summary>
    internal static string Fit(string words) => string.Concat(words.EnumerateRunes().Where(Fits).Select(rune => rune.ToString()));

    private static bool Fits(Rune rune) => rune.Value >= 0x10000 || XmlConvert.IsXmlChar((char)rune.Value);

    private sealed class Utf8Text() : StringWriter(CultureInfo.InvariantCulture)
    {
        public override Encoding Encoding => Encoding.UTF8;
    }
}
