using System.Globalization;
using NodaTime;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>A line of the board as it is drawn.</summary>
/// <param name="Zone">By whose wall clock it tells the time.</param>
internal sealed record BoardRow(BoardLine Line, DateTimeZone Zone, Instant Now, BoardAddress Address)
{
    internal bool IsChosen => Address.Chosen == Line.Page.Id;

    /// <summary>Compared as text it has the order of the board, so that a script puts one line in its place.</summary>
    internal string Order
    {
        get
        {
            _ = UrgencyNames.TryParse(Line.Page.Urgency, out var urgency);
            var due = Line.Upcoming?.At.ToUnixTimeMilliseconds() ?? 99_999_999_999_999;
            return string.Create(CultureInfo.InvariantCulture, $"{Urgency.Code - urgency}-{due:d14}-{Line.Page.SentAt.ToUnixTimeMilliseconds():d14}");
        }
    }
}
