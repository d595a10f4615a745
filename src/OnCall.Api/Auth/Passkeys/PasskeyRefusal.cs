using System.Buffers.Text;
using System.Text.Json;
using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Access.Accounts;
using OnCall.Application.Audit;
using OnCall.Domain.Access.Sessions;

namespace OnCall.Api.Auth.Passkeys;

/// <summary>Writes into the audit that a passkey which is somebody's did not let them in: its answer was not right, or they have left.</summary>
internal sealed class PasskeyRefusal(IPasskeyStore passkeys, IAccountStore accounts, IAuditWriter audit, IClock clock)
{
    // WebAuthn, 4: a credential's id has 1023 bytes at most.
    private const int LongestId = 1023;

    /// <param name="credential">As the browser sent it.</param>
    /// <param name="known">Whose it is, where that was found; otherwise it is looked for.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task WriteAsync(string credential, Account? known, CancellationToken cancellationToken)
    {
        if ((known ?? await OwnerAsync(credential, cancellationToken)) is not { } account)
        {
            return;
        }

        var why = account.Active ? "wrong passkey" : "not active";
        await audit.AppendAsync([SignInTrail.Refused(clock.GetCurrentInstant(), account.EmployeeNo, SignInWay.Passkey, why)], cancellationToken);
    }

    private async Task<Account?> OwnerAsync(string credential, CancellationToken cancellationToken) =>
        Id(credential) is { } id && await passkeys.FindAsync(id, cancellationToken) is { } passkey ? await accounts.FindAsync(passkey.Person, cancellationToken) : null;

    private static byte[]? Id(string credential)
    {
        try
        {
            using var read = JsonDocument.Parse(credential);
            return read.RootElement is { ValueKind: JsonValueKind.Object } sent && sent.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String
                && Base64Url.DecodeFromChars(id.GetString()) is { Length: > 0 and <= LongestId } bytes
                    ? bytes
                    : null;
        }
        catch (Exception error) when (error is JsonException or FormatException or InvalidOperationException)
        {
            // Not from a browser.
            return null;
        }
    }
}
