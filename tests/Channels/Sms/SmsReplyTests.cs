using OnCall.Channels.Sms;

namespace OnCall.Channels.Tests.Sms;

public sealed class SmsReplyTests
{
    [Theory]
    [InlineData("#A1B2 Y", SmsReplyKind.Yes, "#A1B2")]
    [InlineData("a1b2 yes", SmsReplyKind.Yes, "#A1B2")]
    [InlineData("  # a1b2   YES.  ", SmsReplyKind.Yes, "#A1B2")]
    [InlineData("A1B2: n", SmsReplyKind.No, "#A1B2")]
    [InlineData("#A1B2\nNo!", SmsReplyKind.No, "#A1B2")]
    [InlineData("Y", SmsReplyKind.Yes, null)]
    [InlineData("n", SmsReplyKind.No, null)]
    [InlineData("＃Ａ１Ｂ２　Ｙ", SmsReplyKind.Yes, "#A1B2")]
    [InlineData("＃Ａ１Ｂ２はい", SmsReplyKind.Yes, "#A1B2")]
    [InlineData("A1B2 いいえ。", SmsReplyKind.No, "#A1B2")]
    [InlineData("#A1B2 是", SmsReplyKind.Yes, "#A1B2")]
    [InlineData("否", SmsReplyKind.No, null)]
    [InlineData("ABCD y", SmsReplyKind.Yes, "#ABCD")]
    [InlineData("#AIBO y", SmsReplyKind.Yes, "#A1B0")]
    public void Yes_and_no_are_read_as_people_type_them(string body, SmsReplyKind kind, string? reference)
    {
        var reply = SmsReply.Parse(body);

        Assert.Equal(kind, reply.Kind);
        Assert.Equal(reference, reply.Reference?.ToString());
    }

    [Theory]
    [InlineData("#A1B2 On my way", "#A1B2", "On my way")]
    [InlineData("a1b2 10 minutes", "#A1B2", "10 minutes")]
    [InlineData("#ABCD", "#ABCD", "")]
    [InlineData("call me", null, "call me")]
    [InlineData("have no idea", null, "have no idea")]
    [InlineData("Yes but who is it?", null, "Yes but who is it?")]
    [InlineData("Not me, pass on", null, "Not me, pass on")]
    [InlineData("Y N", null, "Y N")]
    [InlineData("#A1B2 yes no", "#A1B2", "yes no")]
    [InlineData("#12 Y", null, "#12 Y")]
    [InlineData("", null, "")]
    [InlineData("\ud800", null, "\ud800")]
    public void Anything_else_stays_text_and_takes_nothing(string body, string? reference, string text)
    {
        var reply = SmsReply.Parse(body);

        Assert.Equal(SmsReplyKind.Text, reply.Kind);
        Assert.Equal(reference, reply.Reference?.ToString());
        Assert.Equal(text, reply.Text);
    }
}
