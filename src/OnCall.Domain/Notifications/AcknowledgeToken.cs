using System.Buffers.Text;
using System.Security.Cryptography;
using OnCall.Domain.Directory;
using OnCall.Domain.Paging;

namespace OnCall.Domain.Notifications;

/// <summary>
/// What a link to acknowledge with ends in: which notification it came with, and 128 bits of HMAC-SHA-256 (RFC 2104, truncated as in its section 5)
/// over the notification, its page and its person. 43 characters of base64url.
/// </summary>
public static class AcknowledgeToken
{
    /// <summary>How many bytes of key it wants (RFC 2104, section 3: as long as the hash).</summary>
    public const int SecretBytes = 32;

    private const int IdBytes = 16;
    private const int TagBytes = 16;

    // Keeps what is signed here apart from whatever else the key might sign.
    private static ReadOnlySpan<byte> About => "oncall-acknowledge-link-1"u8;

    public static string Of(ReadOnlySpan<byte> secret, NotificationId notification, PageId page, PersonId person)
    {
        Span<byte> token = stackalloc byte[IdBytes + TagBytes];
        notification.Value.TryWriteBytes(token);
        Sign(secret, notification, page, person, token[IdBytes..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>Which notification it says it came with; null for what is no token. Nothing is proven by that.</summary>
    public static NotificationId? Read(string? token)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + TagBytes];
        return token is { Length: 43 } && Base64Url.IsValid(token, out var length) && length == bytes.Length && Base64Url.TryDecodeFromChars(token, bytes, out _)
            ? new NotificationId(new Guid(bytes[..IdBytes]))
            : null;
    }

    /// <summary>Whether this house made it for this person's notification about this page. Takes as long whatever is wrong.</summary>
    public static bool IsOf(string token, ReadOnlySpan<byte> secret, NotificationId notification, PageId page, PersonId person)
    {
        Span<byte> right = stackalloc byte[43];
        Span<byte> told = stackalloc byte[43];
        return token is { Length: 43 }
            && System.Text.Encoding.ASCII.TryGetBytes(Of(secret, notification, page, person), right, out _)
            && System.Text.Encoding.ASCII.TryGetBytes(token, told, out _)
            && CryptographicOperations.FixedTimeEquals(right, told);
    }

    private static void Sign(ReadOnlySpan<byte> secret, NotificationId notification, PageId page, PersonId person, Span<byte> tag)
    {
        Span<byte> signed = stackalloc byte[About.Length + (3 * IdBytes)];
        About.CopyTo(signed);
        var place = About.Length;
        foreach (var id in (ReadOnlySpan<Guid>)[notification.Value, page.Value, person.Value])
        {
            id.TryWriteBytes(signed[place..]);
            place += IdBytes;
        }

        Span<byte> whole = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, signed, whole);
        whole[..TagBytes].CopyTo(tag);
    }
}
