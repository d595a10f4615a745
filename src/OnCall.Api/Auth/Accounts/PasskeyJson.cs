using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using OnCall.Application.Access.Accounts;

namespace OnCall.Api.Auth.Accounts;

/// <summary>What the framework knows of a passkey, as it is kept.</summary>
internal static class PasskeyJson
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    internal static string Write(UserPasskeyInfo passkey) => JsonSerializer.Serialize(
        new Kept(
            passkey.PublicKey, passkey.CreatedAt, passkey.SignCount, passkey.Transports, passkey.IsUserVerified, passkey.IsBackupEligible,
            passkey.IsBackedUp, passkey.AttestationObject, passkey.ClientDataJson),
        Json);

    internal static UserPasskeyInfo Read(Passkey passkey)
    {
        var kept = JsonSerializer.Deserialize<Kept>(passkey.Data, Json)!;
        return new UserPasskeyInfo(
            passkey.CredentialId, kept.PublicKey, kept.CreatedAt, kept.SignCount, kept.Transports, kept.IsUserVerified, kept.IsBackupEligible,
            kept.IsBackedUp, kept.AttestationObject, kept.ClientDataJson)
        {
            Name = passkey.Name,
        };
    }

    private sealed record Kept(
        byte[] PublicKey, DateTimeOffset CreatedAt, uint SignCount, string[]? Transports, bool IsUserVerified, bool IsBackupEligible,
        bool IsBackedUp, byte[] AttestationObject, byte[] ClientDataJson);
}
