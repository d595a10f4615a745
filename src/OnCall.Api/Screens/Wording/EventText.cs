using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Wording;

/// <summary>A line of a page's trail as people read it.</summary>
internal static class EventText
{
    /// <summary>The kind in words.</summary>
    internal static string Kind(Texts t, EventLine line) => line.Kind switch
    {
        "sent" => t["Sent"],
        "step-started" => t["Step started"],
        "step-skipped" => t["Step skipped"],
        "uncovered" => t["Uncovered"],
        "unreachable" => t["Unreachable"],
        "notified" => t["Notified"],
        "repeated" => t["Repeated"],
        "fallback-role" => t["Fallback role"],
        "desk-reached" => t["Desk reached"],
        "desk-rang" => t["The desk rang"],
        "handed-over" => t["Handed over"],
        "ran-late" => t["Ran late"],
        "attempt" => t["Sending"],
        "accepted" => t["Accepted"],
        "delivered" => t["Delivered"],
        "failed" => t["Failed"],
        "indeterminate" => t["Unknown whether it arrived"],
        "seen" => t["Seen"],
        "reply" => t["Reply"],
        "refused" => t["Refused"],
        "declined" => t["Declined"],
        "acknowledged" => t["Acknowledged"],
        "read-back-needed" => t["Read back needed"],
        "acknowledgement-timed-out" => t["No outcome in time"],
        "reopened" => t["Open again"],
        "taken-over" => t["Taken over"],
        "take-over-ended" => t["Take over ended"],
        "escalated" => t["Escalated"],
        "rerouted" => t["Rerouted"],
        "resolved" => t["Resolved"],
        "cancelled" => t["Cancelled"],
        "message" => t["Message"],
        "contact-method-removed" => t["Contact method removed"],
        var other => other,
    };

    /// <summary>What happened, by that wall clock. What people wrote themselves stays as they wrote it.</summary>
    internal static string Detail(Texts t, EventLine line, DateTimeZone zone) => line.Kind is "message" or "resolved" ? line.Detail : t.Sentence(line.Detail, zone);

    /// <summary>The technology, or null.</summary>
    internal static string? Channel(Texts t, EventLine line) => line.Channel is null ? null : ChannelText.Of(t, line.Channel);

    /// <summary>Class of the style sheet; colour never stands alone.</summary>
    internal static string Style(EventLine line) => line.Kind switch
    {
        "failed" or "contact-method-removed" or "unreachable" or "uncovered" or "refused" or "read-back-needed" => "bad",
        "acknowledged" or "resolved" => "good",
        "desk-reached" or "desk-rang" or "ran-late" or "indeterminate" or "acknowledgement-timed-out" or "reopened" => "warn",
        _ => "",
    };
}
