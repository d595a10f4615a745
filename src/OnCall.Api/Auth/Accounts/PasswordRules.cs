using OnCall.Domain.Access;

namespace OnCall.Api.Auth.Accounts;

/// <summary>What a person's password must be.</summary>
internal static class PasswordRules
{
    /// <summary>What is wrong with it, and what to do; null when it will do.</summary>
    internal static string? Check(string employeeNo, string name, string password) =>
        PasswordStrength.Problem(password, [employeeNo, .. name.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
}
