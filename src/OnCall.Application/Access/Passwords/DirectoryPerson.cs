namespace OnCall.Application.Access.Passwords;

/// <summary>Somebody whom the directory vouches for.</summary>
/// <param name="Subject">Stays the same when they are renamed or moved: <c>entryUUID</c> (RFC 4530) or <c>objectGUID</c>.</param>
/// <param name="EmployeeNo">By which OnCall's own people are found; null when the directory holds none.</param>
/// <param name="Name">As the directory shows it.</param>
/// <param name="Groups">Each once, as <see cref="DistinguishedName.Normal"/> writes it, in order.</param>
public sealed record DirectoryPerson(string Subject, string? EmployeeNo, string Name, IReadOnlyList<string> Groups);
