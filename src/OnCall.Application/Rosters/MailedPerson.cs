namespace OnCall.Application.Rosters;

/// <summary>A person and an address that mail reaches them at.</summary>
public sealed record MailedPerson(string Address, RosterPerson Person);
