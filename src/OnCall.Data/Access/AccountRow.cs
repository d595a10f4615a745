using NodaTime;
using OnCall.Application.Access.Accounts;
using OnCall.Domain.Directory;

namespace OnCall.Data.Access;

/// <summary>An account as its row has it; a person without a row has one with nothing in it.</summary>
internal sealed class AccountRow
{
    public PersonId PersonId { get; set; }

    public string EmployeeNo { get; set; } = "";

    public string Name { get; set; } = "";

    public bool Active { get; set; }

    public string? PasswordHash { get; set; }

    public string? TotpSecret { get; set; }

    public bool? SecondFactor { get; set; }

    public Instant? LockedUntil { get; set; }

    public int? Version { get; set; }

    public Account ToAccount() => new(PersonId, EmployeeNo, Name, Active, PasswordHash, TotpSecret, SecondFactor ?? false, LockedUntil, Version ?? 0);
}
