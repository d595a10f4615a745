using System.Text.RegularExpressions;

namespace OnCall.Domain.Notifications;

/// <summary>What an address of each kind of contact method looks like, and the one form in which it is kept.</summary>
public static partial class ContactAddress
{
    /// <summary>The longest address, in characters.</summary>
    public const int MaxLength = 400;

    // RFC 5321, section 4.5.3.1.3, without its angle brackets.
    private const int LongestMail = 254;

    /// <summary>What stands in for an address where the kind needs none.</summary>
    public const string Inbox = "inbox";

    /// <summary>
    /// The address as it is kept and compared: telephone numbers without the spaces, dots, dashes and brackets that people write.
    /// </summary>
    public static string Tidy(ContactMethodKind kind, string? address)
    {
        var trimmed = address?.Trim() ?? "";
        return kind switch
        {
            ContactMethodKind.Sms or ContactMethodKind.Voice => Separators().Replace(trimmed, ""),
            ContactMethodKind.Snpp or ContactMethodKind.Wctp or ContactMethodKind.Tap => Separators().Replace(trimmed, ""),
            ContactMethodKind.InApp => Inbox,
            ContactMethodKind.Push or ContactMethodKind.Mail => trimmed,
        };
    }

    /// <summary>What is wrong with a tidy address, and what to write instead; null when it is right.</summary>
    public static string? Problem(ContactMethodKind kind, string address) => kind switch
    {
        ContactMethodKind.Sms or ContactMethodKind.Voice =>
            E164().IsMatch(address) ? null : "Write the number in E.164 form: + and country code, 7 to 15 digits, such as +3225550199.",
        ContactMethodKind.Snpp or ContactMethodKind.Wctp or ContactMethodKind.Tap =>
            PagerId().IsMatch(address) ? null : "Write the pager's id: digits only, at most 20.",
        ContactMethodKind.Push =>
            DeviceToken().IsMatch(address) ? null : "Write the device's registration token: 8 to 400 characters without spaces.",
        ContactMethodKind.Mail =>
            address.Length <= LongestMail && Mail().IsMatch(address) ? null : "Write one mail address, such as name@hospital.example.",
        ContactMethodKind.InApp => null,
    };

    [GeneratedRegex(@"\A\+[1-9][0-9]{6,14}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex E164();

    // Dot-atom at a host name (RFC 5322, section 3.4.1): no quoted names, comments or literals, which no directory needs.
    [GeneratedRegex(@"\A[^\s@<>()\[\],;:\\""\.]+(\.[^\s@<>()\[\],;:\\""\.]+)*@[A-Za-z0-9]+(-+[A-Za-z0-9]+)*(\.[A-Za-z0-9]+(-+[A-Za-z0-9]+)*)*\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Mail();

    [GeneratedRegex(@"\A[0-9]{1,20}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex PagerId();

    [GeneratedRegex(@"\A[\x21-\x7E]{8,400}\z", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex DeviceToken();

    [GeneratedRegex(@"[\s().\-]", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Separators();
}
