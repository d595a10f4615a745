namespace OnCall.Application.Presets;

/// <summary>Why a role of a preset was not paged.</summary>
/// <param name="Type">Stable slug: <c>unknown-role</c>, <c>busy</c>, <c>idempotency-key-reused</c>, <c>page-not-written</c>, <c>page-not-known</c> or <c>not-paged</c>.</param>
public sealed record SetOffProblem(string Type, string Title, string Detail)
{
    internal static SetOffProblem Of(Refusal refusal) => new(refusal.Type, refusal.Title, refusal.Detail);
}
