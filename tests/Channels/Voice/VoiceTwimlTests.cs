using System.Xml.Linq;
using OnCall.Application.Paging;
using OnCall.Channels.Voice;
using OnCall.Domain.Notifications.Speech;

namespace OnCall.Channels.Tests.Voice;

public sealed class VoiceTwimlTests
{
    [Fact]
    public void A_page_is_announced_and_asked_three_times_and_then_nobody_has_it()
    {
        var written = VoiceTwiml.Write(new VoiceReply(SpokenLanguage.Japanese, "Words.", "Nothing."), "https://x/y?a=1&b=2");

        const string Ask = """<Gather input="dtmf" numDigits="1" timeout="5" action="https://x/y?a=1&amp;b=2" method="POST"><Say language="ja-JP">Words.</Say></Gather>""";
        Assert.Equal($"""<Response>{Ask}{Ask}{Ask}<Say language="ja-JP">Nothing.</Say><Hangup /></Response>""", Body(written));
    }

    [Fact]
    public void An_answer_is_said_and_the_call_ends() =>
        Assert.Equal(
            """<Response><Say language="en-US">Words.</Say><Hangup /></Response>""",
            Body(VoiceTwiml.Write(new VoiceReply(SpokenLanguage.AmericanEnglish, "Wo\u0001rds."), "https://x")));

    [Fact]
    public void A_machine_hears_nothing() => Assert.Equal("<Response><Hangup /></Response>", Body(VoiceTwiml.HangUp()));

    private static string Body(string markup) => XDocument.Parse(markup).Root!.ToString(SaveOptions.DisableFormatting);
}
