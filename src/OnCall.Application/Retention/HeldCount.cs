using OnCall.Domain.Retention;

namespace OnCall.Application.Retention;

/// <summary>How many things that are old enough a hold kept.</summary>
public sealed record HeldCount(HoldId Hold, RetentionClass Class, KeptKind Kind, int Held);
