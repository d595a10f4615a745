using NodaTime;
using OnCall.Domain.Access.Sessions;
using OnCall.Domain.Audit;

namespace OnCall.Application.Access;

/// <summary>What the audit says of signing in. Never what somebody typed: a password is typed into the wrong field sooner or later.</summary>
public static class SignInTrail
{
    /// <param name="at">When.</param>
    /// <param name="employeeNo">Whose account it is.</param>
    /// <param name="action"><c>session.start</c>, <c>account.password</c>.</param>
    /// <param name="detail">Names and values.</param>
    public static AuditEntry Own(Instant at, string employeeNo, string action, params (string Name, string? Value)[] detail) =>
        new(at, "person:" + employeeNo, action, "person:" + employeeNo, AuditDetail.Of(detail));

    /// <summary>Somebody, who may be anybody, did not get in.</summary>
    public static AuditEntry Refused(Instant at, string employeeNo, SignInWay way, string why) =>
        new(at, "anonymous", "session.refuse", "person:" + employeeNo, AuditDetail.Of(("way", way.ToString()), ("why", why)));

    /// <summary>Somebody who is signed in as this person was to show again that they are, and did not.</summary>
    public static AuditEntry Unproven(Instant at, string employeeNo, SignInWay way, string why) =>
        Own(at, employeeNo, "account.refuse", ("way", way.ToString()), ("why", why));
}
