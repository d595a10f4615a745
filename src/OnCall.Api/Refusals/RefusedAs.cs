using OnCall.Application.Telemetry;

namespace OnCall.Api.Refusals;

/// <summary>Says why a request is refused, where its status does not: to be set among the request's features.</summary>
internal sealed record RefusedAs(RefusalReason Why);
