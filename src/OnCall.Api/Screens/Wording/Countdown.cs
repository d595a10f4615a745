using Microsoft.AspNetCore.Html;
using NodaTime;

namespace OnCall.Api.Screens.Wording;

/// <summary>How long until an instant. Right as it is sent; a script (<c>tick.mjs</c>) counts it down.</summary>
internal static class Countdown
{
    /// <summary><c>in 1 min 20 s</c>, marked with its instant.</summary>
    internal static IHtmlContent Of(Texts t, Instant at, Instant now) => new HtmlFormattableString(
        t.Culture, """<time class="countdown" datetime="{0}" data-due>{1}</time>""", TimeText.Machine(at), t.Until(at, now));
}
