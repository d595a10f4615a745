using NodaTime;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>A few things of one kind that may go.</summary>
public sealed record PurgeBatch(RetentionRunId Run, RetentionClass Class, KeptKind Kind, IReadOnlyList<KeptId> Items, Instant Now);
