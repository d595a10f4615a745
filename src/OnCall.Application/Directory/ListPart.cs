using System.Buffers.Text;
using System.Text;

namespace OnCall.Application.Directory;

/// <summary>Cuts a part out of a list that is sorted by a unique key.</summary>
internal static class ListPart
{
    private const int Usual = 100;
    private const int Most = 500;

    /// <param name="all">Everything that the caller may see.</param>
    /// <param name="key">Unique; the order of the list, ignoring case.</param>
    /// <param name="request">Which part.</param>
    internal static Answer<ListOf<T>> Of<T>(IEnumerable<T> all, Func<T, string> key, ListRequest request)
    {
        if (request.Limit is < 1 or > Most)
        {
            return Refusal.Invalid(new InputProblem("limit", $"From 1 to {Most}."));
        }

        if (!TryRead(request.Cursor, out var after))
        {
            return Refusal.Invalid(new InputProblem("cursor", "Send the cursor as the part before gave it."));
        }

        var size = request.Limit ?? Usual;
        var rest = all.OrderBy(key, StringComparer.OrdinalIgnoreCase)
            .Where(i => after is null || StringComparer.OrdinalIgnoreCase.Compare(key(i), after) > 0)
            .Take(size + 1)
            .ToList();
        return rest.Count > size
            ? new ListOf<T>(rest[..size], Base64Url.EncodeToString(Encoding.UTF8.GetBytes(key(rest[size - 1]))))
            : new ListOf<T>(rest, null);
    }

    private static bool TryRead(string? cursor, out string? after)
    {
        after = null;
        if (string.IsNullOrEmpty(cursor))
        {
            return true;
        }

        if (!Base64Url.IsValid(cursor))
        {
            return false;
        }

        after = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(cursor));
        return true;
    }
}
