using NodaTime;
using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Wording;

/// <summary>A line of a page's trail as people read it.</summary>
internal static class EventText
{
    /// <summary>The kind in words.</summary>
    internal static string Kind(EventLine line) => line.Kind switch
    {
        "attempt" => "Sending",
        "seen" => "Seen",
        "indeterminate" => "Unknown whether it arrived",
        "desk-rang" => "The desk rang",
        "ran-late" => "Ran late",
        "acknowledgement-timed-out" => "No outcome in time",
        "reopened" => "Open again",
        var kind => char.ToUpperInvariant(kind[0]) + kind[1..].Replace('-', ' '),
    };

    /// <summary>What happened, by that wall clock. What people wrote themselves stays as they wrote it.</summary>
    internal static string Detail(EventLine line, DateTimeZone zone) => line.Kind == "message" ? line.Detail : TimeText.Local(line.Detail, zone);

    /// <summary>The technology, or null.</summary>
    internal static string? Channel(EventLine line) => line.Channel switch
    {
        null => null,
        "sms" => "SMS",
        "push" => "Push",
        "voice" => "Voice call",
        "snpp" or "wctp" or "tap" => "Pager",
        "mail" => "Mail",
        "inApp" => "In the app",
        var other => other,
    };

    /// <summary>Class of the style sheet; colour never stands alone.</summary>
    internal static string Style(EventLine line) => line.Kind switch
    {
        "failed" or "contact-method-removed" or "unreachable" or "uncovered" or "refused" or "read-back-needed" => "bad",
        "acknowledged" or "resolved" => "good",
        "desk-reached" or "desk-rang" or "ran-late" or "indeterminate" or "acknowledgement-timed-out" or "reopened" => "warn",
        _ => "",
    };
}
