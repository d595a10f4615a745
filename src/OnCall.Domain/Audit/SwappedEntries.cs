namespace OnCall.Domain.Audit;

/// <summary>Tells entries and seals that stand in each other's place from those that were changed.</summary>
internal static class SwappedEntries
{
    public static IEnumerable<AuditFinding> Among(IReadOnlyList<Suspect> suspects)
    {
        string[] hashes = [.. suspects.Select(s => s.Seal.Hash)];

        // Whoever comes after a place that was moved is right by the hash that stood there.
        foreach (var suspect in suspects.Where(s => !hashes.Any(s.Follows)))
        {
            yield return suspects.FirstOrDefault(other => other != suspect && hashes.Append(suspect.Previous).Any(hash => suspect.Sealed(other, hash))) is { } other
                ? new AuditFinding(
                    AuditFindingKind.Reordered, suspect.Seal.Place, suspect.Entry.Seq, suspect.Entry,
                    $"What was sealed as place {suspect.Seal.Place} now stands at place {other.Seal.Place}.")
                : suspect.Altered();
        }
    }
}
