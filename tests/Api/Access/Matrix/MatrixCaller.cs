namespace OnCall.Api.Tests.Access.Matrix;

/// <summary>Who tries: each with one permission, over the unit <c>in</c> and nothing else. The integration has staff, as most have.</summary>
internal enum MatrixCaller
{
    Nobody,
    Staff,
    Integration,
    Auditor,
    Dispatcher,
    Scheduler,
    Admin,
}
