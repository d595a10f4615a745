namespace OnCall.Api.Auth.OpenId;

/// <summary>What the provider says of somebody whom it let in.</summary>
/// <param name="EmployeeNo">Null when it does not say.</param>
/// <param name="Groups">Null when it does not say: then permissions by groups stay as they are.</param>
/// <param name="SecondFactor">Whether it has seen a second factor.</param>
internal sealed record Vouched(string? EmployeeNo, IReadOnlyList<string>? Groups, bool SecondFactor);
