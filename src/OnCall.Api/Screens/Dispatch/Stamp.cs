using Microsoft.AspNetCore.Html;
using NodaTime;
using OnCall.Api.Screens.Wording;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>An instant as a <c>time</c> element, for lists that are too long for a partial view each.</summary>
internal static class Stamp
{
    internal static IHtmlContent Of(Texts t, Instant at, DateTimeZone zone) =>
        new HtmlFormattableString(t.Culture, """<time datetime="{0}">{1}</time>""", TimeText.Machine(at), t.Local(at, zone));
}
