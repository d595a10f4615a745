using NodaTime;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Directory.Contacts;

/// <summary>The code that was rightly typed in for a contact method, and when.</summary>
public sealed record UsedCode(ContactMethodId Method, string Hash, Instant At);
