using System.Text;

namespace OnCall.Api.Screens.Wording;

/// <summary>A call-back number as a link that a telephone dials (RFC 3966).</summary>
internal static class CallLink
{
    /// <param name="callback">Digits, <c>+ * #</c>, spaces and <c>ext</c>, as it was checked when the page was sent.</param>
    internal static string Of(string callback)
    {
        var link = new StringBuilder("tel:");
        foreach (var sign in callback)
        {
            _ = sign switch
            {
                '#' => link.Append("%23"),
                'e' or 'E' => link.Append(";ext="),
                '+' or '*' or (>= '0' and <= '9') => link.Append(sign),
                _ => link,
            };
        }

        return link.ToString();
    }
}
