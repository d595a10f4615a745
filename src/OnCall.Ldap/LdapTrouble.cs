using System.DirectoryServices.Protocols;

namespace OnCall.Ldap;

/// <summary>
/// What went wrong, in words for whoever runs OnCall. What the server wrote stays out, as it may name people; what the library wrote of a
/// connection that did not come about tells why a certificate was refused.
/// </summary>
internal static class LdapTrouble
{
    internal const int InvalidCredentials = 49;

    private const int ServerDown = 81;
    private const int TimedOut = 85;
    private const int ConnectError = 91;

    internal static string Why(Exception error, LdapOptions options) => error switch
    {
        LdapSettingException => error.Message,
        TimeoutException => NoAnswer(options),
        LdapException { ErrorCode: TimedOut } => NoAnswer(options),
        LdapException { ErrorCode: ServerDown or ConnectError, ServerErrorMessage: { Length: > 0 } said } => $"no connection to the directory: {said}",
        LdapException { ErrorCode: ServerDown or ConnectError } => "no connection to the directory",
        LdapException { ErrorCode: var code } => $"the directory, or the way to it, failed (LDAP error {code})",
        TlsOperationException => "the directory does not do StartTLS, or its certificate is not to be trusted",
        DirectoryOperationException { Response.ResultCode: var code } => $"the directory answered {code}",
        DirectoryOperationException => $"the directory answered: {error.Message}",
        DllNotFoundException or EntryPointNotFoundException or TypeInitializationException => LdapLibrary.Missing(LdapLibrary.Names) ?? "the library of OpenLDAP cannot be used",
        _ => $"{error.GetType().Name} while asking the directory",
    };

    internal static string NoAnswer(LdapOptions options) => $"the directory gave no answer within {options.TimeoutSeconds} s";
}
