using OnCall.Application.Access.Accounts;
using OnCall.Application.Directory;
using OnCall.Domain.Access;

namespace OnCall.Application.Access;

/// <summary>Finds what a person may now, for somebody who has proven to be them.</summary>
public sealed class FindCaller(IAccountStore accounts, IPersonStore people)
{
    /// <summary>Null when nobody has this number, or who has it is not active.</summary>
    public async Task<Caller?> ByNumberAsync(string employeeNo, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(employeeNo, cancellationToken) is not { Active: true } account)
        {
            return null;
        }

        var grants = (await people.GrantsAsync([account.Person], cancellationToken)).GetValueOrDefault(account.Person, []);
        return new Caller("person:" + account.EmployeeNo, account.Person, account.Name, grants);
    }
}
