using OnCall.Application.Telemetry;

namespace OnCall.Api.Refusals;

/// <summary>A request that was refused. Holds no secret: not what was sent, and no path, which may be a token.</summary>
/// <param name="Why">The reason.</param>
/// <param name="Caller">The key's id, the person, or <c>anonymous</c>.</param>
/// <param name="Address">Of the network, as callers are limited by it.</param>
/// <param name="Method">Of HTTP; <c>other</c> for what is none.</param>
/// <param name="Template">Of the path, as it is in the description; <c>none</c> where it fits none.</param>
internal sealed record RefusedRequest(RefusalReason Why, string Caller, string Address, string Method, string Template);
