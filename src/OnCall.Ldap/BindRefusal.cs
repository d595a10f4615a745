using System.Text.RegularExpressions;
using OnCall.Application.Access.Passwords;

namespace OnCall.Ldap;

/// <summary>
/// Why a directory did not take a password. Active Directory writes it into the text of its answer, as the Windows error in hexadecimal:
/// <c>80090308: LdapErr: DSID-0C09044E, comment: AcceptSecurityContext error, data 775, v2580</c>.
/// </summary>
internal static partial class BindRefusal
{
    internal static DirectoryAnswer Of(string? serverSaid) => (serverSaid is null ? "" : Data().Match(serverSaid).Groups["code"].Value).ToUpperInvariant() switch
    {
        // ERROR_ACCOUNT_DISABLED, ERROR_ACCOUNT_LOCKED_OUT.
        "533" or "775" => DirectoryAnswer.Locked,
        // ERROR_PASSWORD_EXPIRED, ERROR_ACCOUNT_EXPIRED, ERROR_PASSWORD_MUST_CHANGE.
        "532" or "701" or "773" => DirectoryAnswer.Expired,
        // 525 no such user, 52E wrong password, 530 and 531 not at this time or from here.
        _ => DirectoryAnswer.Refused,
    };

    [GeneratedRegex(@"AcceptSecurityContext error, data (?<code>[0-9a-fA-F]{1,8})\b", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Data();
}
