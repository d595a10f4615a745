using System.Globalization;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Notifications;

/// <summary>
/// All that may leave the building about a page: role, urgency, reference, callback.
/// There is no field for anything else, so that patient data cannot get into an SMS, a push, a pager or a call.
/// </summary>
/// <param name="RoleName">The role's name as the directory has it.</param>
/// <param name="Reference">With the hash: <c>#A1B2</c>.</param>
/// <param name="Callback">Digits, <c>+ * #</c>, spaces and <c>ext</c> only, or null.</param>
public sealed record ExternalText(NotificationPurpose Purpose, Urgency Urgency, string RoleName, PageReference Reference, Callback? Callback)
    : OutgoingText
{
    public override string Tag => Reference.Value;

    public override bool Rings => Asks && Urgency != Urgency.Routine;

    /// <summary>Fits one GSM segment unless the role's name is very long; the reference comes first, since a pager may cut the end.</summary>
    public override string ToLine() => Purpose switch
    {
        NotificationPurpose.Page => Line($"{Urgency.ToName().ToUpperInvariant()} {RoleName}", " Reply " + Reference + " Y to take it, N to pass on."),
        NotificationPurpose.Repeat => Line($"REPEAT {Urgency.ToName().ToUpperInvariant()} {RoleName}", " Reply " + Reference + " Y to take it, N to pass on."),
        NotificationPurpose.Taken => Line($"{RoleName}: taken or closed, nothing more to do.", ""),
        NotificationPurpose.HandedOver => Line($"{RoleName}: handed over, your shift has ended.", ""),
        NotificationPurpose.Notice => Line($"{RoleName}: news of this page in OnCall.", ""),
    };

    /// <summary>For pagers, whose holders know the form: <c>#A1B2 URGENT Cardiology – duty physician 555 0199</c>.</summary>
    public override string ToPagerLine() => Purpose switch
    {
        NotificationPurpose.Page => Line($"{Urgency.ToName().ToUpperInvariant()} {RoleName}", ""),
        NotificationPurpose.Repeat => Line($"REPEAT {Urgency.ToName().ToUpperInvariant()} {RoleName}", ""),
        NotificationPurpose.Taken or NotificationPurpose.HandedOver or NotificationPurpose.Notice => ToLine(),
    };

    /// <summary>What a call says.</summary>
    public VoiceText ToSpeech(SpokenLanguage language) => new(this, language);

    private string Line(string middle, string end) =>
        string.Create(CultureInfo.InvariantCulture, $"{Reference} {middle}{(Callback is { } c && Asks ? " Call " + c.Value + "." : "")}{end}");

    private bool Asks => Purpose is NotificationPurpose.Page or NotificationPurpose.Repeat;
}
