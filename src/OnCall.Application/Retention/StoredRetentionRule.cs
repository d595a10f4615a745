using NodaTime;
using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>A rule with who wrote it last.</summary>
public sealed record StoredRetentionRule(RetentionRule Rule, Instant UpdatedAt, string UpdatedBy);
