using System.Text.Encodings.Web;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>How a board is looked at, as its address says: nothing of a patient stands in it.</summary>
/// <param name="Urgency">Only pages of this urgency, as the API writes it.</param>
/// <param name="Unit">Only pages of this unit and those below it, by its code.</param>
/// <param name="Chosen">The page that stands beside the list.</param>
internal sealed record BoardAddress(string? Urgency, string? Unit, bool AtDesk, Guid? Chosen)
{
    internal const string Board = "/board";

    internal BoardFilter Filter => new(UrgencyNames.TryParse(Urgency, out var urgency) ? urgency : null, string.IsNullOrEmpty(Unit) ? null : Unit, AtDesk);

    internal bool IsFiltered => Filter != BoardFilter.All;

    /// <summary>The board as it stands.</summary>
    internal string Here => Board + Rest;

    /// <summary>The board with that page beside the list, or with none.</summary>
    internal string With(Guid? page) => (this with { Chosen = page }).Here;

    /// <summary>Where something is done with that page, or a part is read of it, and the board stays as it stands.</summary>
    internal string Do(string what, Guid page) => $"{Board}/{what}/{page}{Rest}";

    /// <summary>What follows the path; empty for the whole board.</summary>
    internal string Rest
    {
        get
        {
            string?[] parts =
            [
                Filter.Urgency is { } urgency ? "urgency=" + urgency.ToName() : null,
                Filter.Unit is { } unit ? "unit=" + UrlEncoder.Default.Encode(unit) : null,
                AtDesk ? "desk=yes" : null,
                Chosen is { } page ? "page=" + page : null,
            ];
            var query = string.Join('&', parts.OfType<string>());
            return query.Length == 0 ? "" : "?" + query;
        }
    }
}
