namespace OnCall.Application.Access.Passwords;

/// <summary>Each is the directory's word, except <see cref="Unreachable"/>.</summary>
public enum DirectoryStatus
{
    /// <summary>The password is theirs.</summary>
    Known,

    /// <summary>No such user, not one only, or not their password: never told apart.</summary>
    Refused,

    /// <summary>Locked or disabled. The directory says so without having looked at the password.</summary>
    Locked,

    /// <summary>The password or the account has expired, or the password must be changed before anything else.</summary>
    Expired,

    /// <summary>The directory gave no answer that could be used.</summary>
    Unreachable,
}
