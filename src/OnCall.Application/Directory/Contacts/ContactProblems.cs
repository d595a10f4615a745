using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>Why somebody's own contact methods stay as they are.</summary>
internal static class ContactProblems
{
    internal static Refusal NotAPerson() => Refusal.Forbidden("An integration has no contact methods.");

    internal static Refusal Unknown() =>
        DirectoryProblems.Unknown("unknown-contact-method", "No such contact method", "You have no contact method with this id. GET /api/v1/me/contact-methods lists yours.");

    internal static Refusal Last() => Conflict(
        "last-contact-method", "Nothing would reach you any more",
        "This is the last contact method that OnCall can reach you by outside its own screens. Add and verify another one first, or confirm that you want it.");

    internal static Refusal NoChannel(ContactMethodKind kind) => Conflict(
        "channel-not-configured", "Nothing can be sent that way", $"This installation has no channel for {Written.Of(kind)}. Ask whoever operates it.");

    internal static Refusal OptedOut() => Conflict(
        "contact-opted-out", "This contact method wants nothing more", "Whoever has it told the provider to send nothing more. Send START from it first.");

    internal static Refusal TooMany() => new(
        RefusalKind.TooMany, "too-many-checks", "Too many codes and tests", "At most 10 codes and tests are sent to a person within an hour. Nothing was sent: try again later.");

    internal static Refusal NoCode() => Conflict(
        "no-code-out", "There is no code to type in", "None was sent to this contact method, it is over, or it was tried too often. Have a new one sent.");

    internal static Refusal Elsewhere() => Conflict(
        "verified-elsewhere", "This is verified for somebody else",
        "Answers from an address that two people have would count for neither. Ask an administrator to take it from the other person first.");

    private static Refusal Conflict(string type, string title, string detail) => new(RefusalKind.Conflict, type, title, detail);
}
