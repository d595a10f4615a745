using NodaTime;

namespace OnCall.Application.Access.Invitations;

/// <summary>An invitation, told once.</summary>
/// <param name="Link">Path to open in a browser. Whoever has it can set this person's password: hand it over in person or by mail of the house.</param>
/// <param name="Until">When it ends, used or not.</param>
public sealed record MadeInvitation(string Person, string Link, Instant Until);
