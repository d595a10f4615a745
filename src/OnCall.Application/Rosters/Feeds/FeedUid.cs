using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OnCall.Domain.Directory;
using OnCall.Domain.Roles;

namespace OnCall.Application.Rosters.Feeds;

/// <summary>Names an event by what it is about, RFC 7986 section 5.3: no id of ours and no name can be read out of it.</summary>
internal static class FeedUid
{
    private const int Digits = 40;

    public static string Of(RoleId role, PersonId person, int tier, Instant start)
    {
        var about = string.Create(CultureInfo.InvariantCulture, $"{role.Value:D}/{person.Value:D}/{tier}/{start.ToUnixTimeMilliseconds()}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(about)))[..Digits] + "@oncall";
    }
}
