using NodaTime;
using OnCall.Domain.Access;

namespace OnCall.Api.Auth.OpenId;

/// <summary>Whom an access token speaks for.</summary>
/// <param name="Caller">With what they may now.</param>
/// <param name="Until">From then on the token is worth nothing.</param>
internal sealed record Bearer(string EmployeeNo, Caller Caller, Instant Until);
