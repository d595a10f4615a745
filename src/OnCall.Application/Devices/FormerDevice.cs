using OnCall.Application.Notices;
using OnCall.Domain.Audit;

namespace OnCall.Application.Devices;

/// <summary>A device whose place another takes, written where it is removed.</summary>
/// <param name="Told">What its person is told; null where it is their own doing.</param>
public sealed record FormerDevice(PushDevice Device, AuditEntry Audit, NewNotice? Told);
