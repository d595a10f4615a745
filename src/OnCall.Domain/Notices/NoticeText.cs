using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;

namespace OnCall.Domain.Notices;

/// <summary>What leaves the building about a notice.</summary>
public sealed record NoticeText(NoticeId Notice, NoticeUrgency Urgency, NoticeFacts Facts) : OutgoingText
{
    private const int TagLength = 8;

    /// <summary>A repeat replaces what stands on the lock screen: the notice's id, short.</summary>
    public override string Tag => Notice.Value.ToString("N")[^TagLength..].ToUpperInvariant();

    public override bool Rings => Urgency == NoticeUrgency.Ringing;

    public override string ToLine() => Facts.ToLine();

    public override string ToPagerLine() => Facts.ToPagerLine();

    /// <summary>What a call says, and then hangs up.</summary>
    public string ToSpeech() => Facts.ToSpeech();

    /// <summary>Of those words.</summary>
    public static SpokenLanguage Spoken => SpokenLanguage.BritishEnglish;
}
