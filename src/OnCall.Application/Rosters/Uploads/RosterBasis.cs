using System.Security.Cryptography;
using OnCall.Domain.Rosters;

namespace OnCall.Application.Rosters.Uploads;

/// <summary>A fingerprint of the roster that an upload was compared with.</summary>
internal static class RosterBasis
{
    public static string Of(RosterView view, IReadOnlyList<RoleRange> ranges)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var range in ranges)
        {
            var touched = view.Of(range.Role).Shifts.Where(s => range.Touches(s.Start, s.End)).Select(s => s.Id.Value).Order();
            foreach (var id in touched)
            {
                hash.AppendData(id.ToByteArray());
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
