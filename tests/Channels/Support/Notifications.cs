using NodaTime;
using OnCall.Application.Notifications;
using OnCall.Domain.Notices;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;
using OnCall.Domain.Paging;
using OnCall.Domain.Rosters.Gaps;

namespace OnCall.Channels.Tests.Support;

/// <summary>Notifications of the page #A1B2 to the cardiologist on duty.</summary>
internal static class Notifications
{
    public const string RoleName = "Cardiology – duty physician";
    public const string Number = "+15550100";

    public static NotificationId Id { get; } = new(new Guid(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11));

    public static OutgoingNotification To(
        string address,
        Urgency urgency = Urgency.Urgent,
        NotificationPurpose purpose = NotificationPurpose.Page,
        string roleName = RoleName,
        string? callback = "555 0199",
        SpokenLanguage language = SpokenLanguage.BritishEnglish)
    {
        Assert.True(PageReference.TryParse("A1B2", out var reference));
        Assert.True(callback is null || Callback.TryParse(callback, out _));
        var parsed = callback is not null && Callback.TryParse(callback, out var value) ? value : null;
        return new OutgoingNotification(
            Id, address, new ExternalText(purpose, urgency, roleName, reference, parsed), 1, language);
    }

    public static ExternalText PageOf(OutgoingNotification notification) => (ExternalText)notification.Text;

    /// <summary>A notice of a gap on Saturday night, 24 h ahead.</summary>
    public static OutgoingNotification NoticeTo(string address, NoticeUrgency urgency, string roleName = RoleName)
    {
        var start = Instant.FromUtc(2026, 11, 28, 19, 0);
        var gap = new GapFact(roleName, start, start + Duration.FromHours(12), GapSize.Nobody, DateTimeZoneProviders.Tzdb["Europe/Brussels"]);
        var facts = new GapWarningFacts(start - Duration.FromHours(24), GapLead.Day, 1, [gap]);
        return new OutgoingNotification(Id, address, new NoticeText(new NoticeId(Id.Value), urgency, facts), 1);
    }
}
