namespace OnCall.Application.Access;

/// <summary>A key that ended with a change: what is still sent by it is refused.</summary>
/// <param name="Person">Whom it let in: their employee number.</param>
/// <param name="MadeBy">Who made it, such as <c>person:N004</c> or <c>integration:lab</c>.</param>
public sealed record EndedKeyView(Guid Id, string Person, string MadeBy)
{
    /// <summary>Null when no key ended.</summary>
    internal static IReadOnlyList<EndedKeyView>? Of(IEnumerable<EndedAccess> ended)
    {
        EndedKeyView[] keys = [.. ended.Where(e => e.Key is not null).Select(e => new EndedKeyView(e.Key!.Value.Value, e.Person["person:".Length..], e.MadeBy))];
        return keys.Length == 0 ? null : keys;
    }
}
