using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Access.Groups;
using OnCall.Application.Access.Passwords;
using OnCall.Application.Audit;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Accounts;

/// <summary>
/// Checks a number and a password by the hospital's directory. Tries are counted before it is asked, so that who guesses here neither finds a
/// password nor has the directory lock somebody: by the person where the number is theirs, else by the name that was typed.
/// </summary>
/// <param name="directories">One, or none where no directory is set.</param>
internal sealed class DirectorySignIn(
    IAccountStore accounts, IEnumerable<IPasswordDirectory> directories, NameTries names, MapGroups groups, IAuditWriter audit, IClock clock)
{
    /// <summary>Null where no directory is set, or where there were too many tries and it is not asked.</summary>
    /// <param name="named">Whose number the name is; null for nobody's.</param>
    /// <param name="name">As it was typed.</param>
    /// <param name="password">As it was typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<PasswordOutcome?> RunAsync(Account? named, string name, string password, CancellationToken cancellationToken)
    {
        if (directories.FirstOrDefault() is not { } directory)
        {
            await RefuseAsync(named, SignInWay.Password, named is { Active: true } ? "no password" : "not active", cancellationToken);
            return null;
        }

        var now = clock.GetCurrentInstant();
        if (!await CountAsync(named, name, now, cancellationToken))
        {
            await RefuseAsync(named, SignInWay.Directory, "locked", cancellationToken);
            return null;
        }

        var answer = await directory.CheckAsync(name, password, cancellationToken);
        switch (answer)
        {
            case { Status: DirectoryStatus.Unreachable }:
                await GiveBackAsync(named, name, now, cancellationToken);
                return PasswordOutcome.NoDirectory;
            case { Person: { } person }:
                names.Forget(name);
                return await KnownAsync(person, cancellationToken);
            default:
                await RefuseAsync(named ?? await FindAsync(answer.RefusedNo, cancellationToken), SignInWay.Directory, Why(answer.Status), cancellationToken);
                return PasswordOutcome.Refused;
        }
    }

    private async Task<PasswordOutcome> KnownAsync(DirectoryPerson person, CancellationToken cancellationToken)
    {
        var account = await FindAsync(person.EmployeeNo, cancellationToken);
        if (account is not { Active: true })
        {
            await RefuseAsync(account, SignInWay.Directory, "not active", cancellationToken);
            return PasswordOutcome.Refused;
        }

        await groups.RunAsync(account, person.Groups, SignInWay.Directory, cancellationToken);
        return new PasswordOutcome(new Proof(account, SignInWay.Directory), false);
    }

    private async Task<Account?> FindAsync(string? employeeNo, CancellationToken cancellationToken) =>
        employeeNo is null ? null : await accounts.FindAsync(employeeNo, cancellationToken);

    private Task<bool> CountAsync(Account? named, string name, Instant now, CancellationToken cancellationToken) => named is { } account
        ? accounts.CountTryAsync(account.Person, now, PasswordSignIn.Tries, now + PasswordSignIn.Locked, cancellationToken)
        : Task.FromResult(names.Count(name, now));

    private async Task GiveBackAsync(Account? named, string name, Instant at, CancellationToken cancellationToken)
    {
        if (named is { } account)
        {
            await accounts.GiveBackTryAsync(account.Person, PasswordSignIn.Tries, at + PasswordSignIn.Locked, cancellationToken);
        }
        else
        {
            names.GiveBack(name);
        }
    }

    private static string Why(DirectoryStatus status) => status switch
    {
        DirectoryStatus.Locked => "locked in the directory",
        DirectoryStatus.Expired => "expired in the directory",
        _ => "wrong password",
    };

    // Of nobody's name nothing is written: a password is typed into the wrong field sooner or later.
    private Task RefuseAsync(Account? account, SignInWay way, string why, CancellationToken cancellationToken) => account is null
        ? Task.CompletedTask
        : audit.AppendAsync([SignInTrail.Refused(clock.GetCurrentInstant(), account.EmployeeNo, way, why)], cancellationToken);
}
