using System.Buffers.Text;

namespace OnCall.Application.Access.Invitations;

/// <summary>The secret of an invitation: 256 random bits in base64url.</summary>
internal static class InvitationToken
{
    internal static string FromBits(ulong first, ulong second, ulong third, ulong fourth)
    {
        Span<byte> bytes = stackalloc byte[32];
        BitConverter.TryWriteBytes(bytes, first);
        BitConverter.TryWriteBytes(bytes[8..], second);
        BitConverter.TryWriteBytes(bytes[16..], third);
        BitConverter.TryWriteBytes(bytes[24..], fourth);
        return Base64Url.EncodeToString(bytes);
    }
}
