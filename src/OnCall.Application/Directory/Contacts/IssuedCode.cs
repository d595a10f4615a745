using NodaTime;

namespace OnCall.Application.Directory.Contacts;

/// <summary>A code that is out for a contact method, as it is kept.</summary>
public sealed record IssuedCode(string Salt, string Hash, Instant Until);
