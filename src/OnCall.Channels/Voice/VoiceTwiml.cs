using System.Globalization;
using System.Xml;
using OnCall.Application.Paging;
using OnCall.Channels.Twilio;
using OnCall.Domain.Notifications.Speech;

namespace OnCall.Channels.Voice;

/// <summary>What a call says and asks, in the provider's markup (twilio.com/docs/voice/twiml).</summary>
public static class VoiceTwiml
{
    /// <summary>The media type of the answer.</summary>
    public const string ContentType = TwimlWriter.ContentType;

    // Once, and twice more when nothing is pressed.
    private const int Times = 3;

    private const int SecondsForAKey = 5;

    /// <summary>Says the words and hangs up; where a key is asked for, waits for it first.</summary>
    /// <param name="action">The full address to which the key is posted.</param>
    public static string Write(VoiceReply reply, string action)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return TwimlWriter.Write(xml =>
        {
            for (var i = 0; reply.WhenSilent is not null && i < Times; i++)
            {
                Gather(xml, action, () => Say(xml, reply.Language, reply.Words));
            }

            Say(xml, reply.Language, reply.WhenSilent ?? reply.Words);
            HangUp(xml);
        });
    }

    /// <summary>Says nothing: to a machine.</summary>
    public static string HangUp() => TwimlWriter.Write(HangUp);

    /// <summary>Sent with the call itself, where the provider cannot ask us: the announcement, and that no key can be taken.</summary>
    internal static string AnnounceOnly(VoiceText text) => AnnounceOnly($"{text.Announcement} {text.NoKeys}", text.Language);

    /// <summary>Says the words three times and hangs up.</summary>
    internal static string AnnounceOnly(string words, SpokenLanguage language) => TwimlWriter.Write(xml =>
    {
        Say(xml, language, words, Times);
        HangUp(xml);
    });

    private static void Gather(XmlWriter xml, string action, Action content)
    {
        xml.WriteStartElement("Gather");
        xml.WriteAttributeString("input", "dtmf");
        xml.WriteAttributeString("numDigits", "1");
        xml.WriteAttributeString("timeout", SecondsForAKey.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("action", action);
        xml.WriteAttributeString("method", "POST");
        content();
        xml.WriteEndElement();
    }

    private static void Say(XmlWriter xml, SpokenLanguage language, string words, int times = 1)
    {
        xml.WriteStartElement("Say");
        xml.WriteAttributeString("language", language.ToTag());
        if (times > 1)
        {
            xml.WriteAttributeString("loop", times.ToString(CultureInfo.InvariantCulture));
        }

        xml.WriteString(TwimlWriter.Fit(words));
        xml.WriteEndElement();
    }

    private static void HangUp(XmlWriter xml)
    {
        xml.WriteStartElement("Hangup");
        xml.WriteEndElement();
    }
}
