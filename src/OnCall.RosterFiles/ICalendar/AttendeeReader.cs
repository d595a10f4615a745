using OnCall.Application.Rosters.Files;

namespace OnCall.RosterFiles.ICalendar;

/// <summary>Reads an ATTENDEE, RFC 5545 section 3.8.4.1; EMAIL is RFC 7986 section 6.2.</summary>
internal sealed class AttendeeReader(RosterProblems problems)
{
    private const string MailTo = "mailto:";
    private const int LongestText = 200;

    private readonly EventText _text = new(problems);

    /// <summary>Rooms and things attend as well, and people who are only informed.</summary>
    public static bool IsPerson(ContentLine attendee) =>
        !attendee.Says("CUTYPE", "ROOM") && !attendee.Says("CUTYPE", "RESOURCE") && !attendee.Says("ROLE", "NON-PARTICIPANT");

    /// <param name="number">The employee number that the event has for its only attendee.</param>
    /// <returns>Null when nobody is named, which has been told.</returns>
    public WrittenPerson? Read(ContentLine attendee, string? number)
    {
        var address = attendee.Value.Trim();
        if (!IsAddress(address))
        {
            problems.Error(attendee.Line, attendee.Name, "unreadable-attendee", "An attendee is an address such as mailto:a.berg@hospital.example. Put a name that holds a colon or semicolon in quotes.", address);
            return null;
        }

        var mail = attendee.Parameter("EMAIL") ?? (address.StartsWith(MailTo, StringComparison.OrdinalIgnoreCase) ? Decoded(address[MailTo.Length..]) : "");
        var common = attendee.Parameter("CN")?.Trim() ?? "";

        // Where no name is known, programs write the address again.
        var name = string.Equals(common, mail, StringComparison.OrdinalIgnoreCase) ? "" : common;
        var written = (
            Number: _text.Checked(attendee.Line, attendee.Name, attendee.Parameter(EventFields.OwnEmployeeNo)?.Trim() ?? number ?? "", LongestText),
            Name: _text.Checked(attendee.Line, attendee.Name, name, LongestText),
            Mail: _text.Checked(attendee.Line, attendee.Name, mail.Contains('@', StringComparison.Ordinal) ? mail : "", LongestText));
        if (written.Number.IsBad || written.Name.IsBad || written.Mail.IsBad)
        {
            return null;
        }

        if (written is { Number.Value: null, Name.Value: null, Mail.Value: null })
        {
            problems.Error(attendee.Line, attendee.Name, "missing-value", "This attendee has neither a name nor a mail address. Add one, or the employee number.", address);
            return null;
        }

        return new WrittenPerson(written.Number.Value, written.Name.Value, written.Mail.Value);
    }

    // A scheme and something behind it, RFC 3986 section 3; no blanks. One within is what is left of a name without quotes.
    private static bool IsAddress(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && char.IsAsciiLetter(text[0]) && text[..colon].All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.') && !text.Any(char.IsWhiteSpace)
            && text.IndexOf(MailTo, 1, StringComparison.OrdinalIgnoreCase) < 0;
    }

    private static string Decoded(string address)
    {
        var query = address.IndexOf('?', StringComparison.Ordinal);
        return Uri.UnescapeDataString(query < 0 ? address : address[..query]);
    }
}
