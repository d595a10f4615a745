namespace OnCall.Application.Access.Passwords;

/// <summary>The house's directory of people, which knows their passwords: LDAP or Active Directory.</summary>
public interface IPasswordDirectory
{
    /// <summary>
    /// Asks the directory whether this is the password of this user, and who they are. Answers within the directory's time-out, whatever
    /// the directory does; how often somebody may try is up to the caller.
    /// </summary>
    /// <exception cref="OperationCanceledException">The caller waits no longer.</exception>
    Task<DirectoryAnswer> CheckAsync(string userName, string password, CancellationToken cancellationToken);
}
