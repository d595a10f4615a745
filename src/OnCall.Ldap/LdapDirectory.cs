using System.Diagnostics.CodeAnalysis;
using System.Text;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OnCall.Application.Access.Passwords;

namespace OnCall.Ldap;

/// <summary>Checks passwords by LDAP: finds the person with an account of OnCall's own, then binds as that person.</summary>
[SuppressMessage("Design", "CA1001", Justification = "The semaphore makes no wait handle, and is given back by threads that may outlive this.")]
internal sealed partial class LdapDirectory(IOptions<LdapOptions> options, ILogger<LdapDirectory> logger) : IPasswordDirectory
{
    /// <summary>Sign-ins that may ask at one time. Each holds a thread, and keeps it until the library has given up.</summary>
    internal const int AtOnce = 8;

    private const int LongestUserName = 256;
    private const int LongestPassword = 1_024;

    private readonly LdapOptions _options = options.Value;
    private readonly SemaphoreSlim _places = new(AtOnce);

    public async Task<DirectoryAnswer> CheckAsync(string userName, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        if (!MayBeUserName(userName) || !MayBePassword(password))
        {
            return DirectoryAnswer.Refused;
        }

        var deadline = new Deadline(_options.Timeout);
        if (!await _places.WaitAsync(deadline.Left, cancellationToken))
        {
            return Unreachable($"{AtOnce} sign-ins are waiting for the directory already");
        }

        var work = Task.Factory.StartNew(() => Check(userName, password, deadline), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
        try
        {
            var answer = await work.WaitAsync(deadline.Left, cancellationToken);
            return answer.Why is null ? answer : Unreachable(answer.Why);
        }
        catch (TimeoutException)
        {
            return Unreachable(LdapTrouble.NoAnswer(_options));
        }
    }

    // Never throws: nobody may be waiting any more.
    [SuppressMessage("Design", "CA1031", Justification = "Whatever went wrong, the directory gave no answer.")]
    private DirectoryAnswer Check(string userName, string password, Deadline deadline)
    {
        try
        {
            return new LdapSignIn(_options, logger, deadline).Check(userName, password);
        }
        catch (Exception error)
        {
            return DirectoryAnswer.Unreachable(deadline.Left == TimeSpan.Zero ? LdapTrouble.NoAnswer(_options) : LdapTrouble.Why(error, _options));
        }
        finally
        {
            _places.Release();
        }
    }

    private DirectoryAnswer Unreachable(string why)
    {
        NoAnswer(logger, why);
        return DirectoryAnswer.Unreachable(why);
    }

    private static bool MayBeUserName(string userName) =>
        userName.Length is > 0 and <= LongestUserName && !string.IsNullOrWhiteSpace(userName) && !userName.Any(char.IsControl) && IsText(userName);

    // With an empty password a bind succeeds without any check (RFC 4513 §5.1.2), and the library takes a NUL for the end.
    private static bool MayBePassword(string password) =>
        password.Length is > 0 and <= LongestPassword && !password.Contains('\0', StringComparison.Ordinal) && IsText(password);

    private static bool IsText(string text) => text.EnumerateRunes().All(rune => rune != Rune.ReplacementChar);

    [LoggerMessage(Level = LogLevel.Warning, Message = "LDAP: {Why}")]
    private static partial void NoAnswer(ILogger logger, string why);
}
