using NodaTime;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>A place in the order in which things are looked at.</summary>
public sealed record KeptPlace(Instant At, KeptId Id);
