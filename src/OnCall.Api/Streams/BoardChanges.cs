using System.Globalization;
using OnCall.Application.Paging;
using OnCall.Domain.Paging;

namespace OnCall.Api.Streams;

/// <summary>What changed since a board was last told, by the number in its <c>Last-Event-ID</c>: on whichever node it asks again.</summary>
internal sealed class BoardChanges(IPageTail tail)
{
    // Beyond it the whole board is read sooner than its changes.
    private const int MostLines = 2000;
    private const int MostPages = 100;

    /// <summary>The pages that changed after that event; null when the whole board is to be read instead.</summary>
    /// <param name="last">As the browser sends it; null and what this house never gave begin anew.</param>
    public async Task<IReadOnlyCollection<PageId>?> SinceAsync(string? last, CancellationToken cancellationToken)
    {
        // Of a database that was put back to an earlier day the numbers come again.
        if (!long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var position) || position == 0
            || await tail.LastAsync(cancellationToken) < position)
        {
            return null;
        }

        var lines = await tail.AfterAsync(position, MostLines, cancellationToken);
        var pages = lines.Select(l => l.Page).ToHashSet();
        return lines.Count < MostLines && pages.Count <= MostPages ? pages : null;
    }
}
