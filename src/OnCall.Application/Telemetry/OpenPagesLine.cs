using OnCall.Domain.Paging;

namespace OnCall.Application.Telemetry;

/// <summary>How many pages of an urgency are open.</summary>
/// <param name="AtDesk">How many of them stand at the desk.</param>
public sealed record OpenPagesLine(Urgency Urgency, int Open, int AtDesk);
