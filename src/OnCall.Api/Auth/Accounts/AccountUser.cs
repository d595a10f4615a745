using OnCall.Application.Access.Accounts;
using OnCall.Domain.Audit;

namespace OnCall.Api.Auth.Accounts;

/// <summary>An account as ASP.NET Core Identity changes it, with what the audit is to say when it is written.</summary>
internal sealed class AccountUser(Account account)
{
    public Account Account { get; set; } = account;

    /// <summary>Null for a change that only the program itself makes: a hash that is brought to the strength of today.</summary>
    public AuditEntry? Audit { get; set; }
}
