using System.Buffers.Text;
using System.Security.Cryptography;
using OnCall.Channels.Push.Web;

namespace OnCall.Channels.Tests.Push.Web;

public sealed class MessageEncryptionTests
{
    [Fact]
    public void The_example_of_the_standard_comes_out_byte_by_byte()
    {
        // RFC 8291, section 5 and appendix A.
        var point = Base64Url.DecodeFromChars("BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8");
        using var sender = ECDiffieHellman.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            D = Base64Url.DecodeFromChars("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"),
            Q = new ECPoint { X = point[1..33], Y = point[33..] },
        });

        var body = MessageEncryption.Encrypt(
            "When I grow up, I want to be a watermelon"u8,
            Base64Url.DecodeFromChars("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
            Base64Url.DecodeFromChars("BTBZMqHH6r4Tts7J_aSIgg"),
            sender,
            Base64Url.DecodeFromChars("DGv6ra1nlYgDCS1FRnbzlw"));

        Assert.Equal(
            "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
            Base64Url.EncodeToString(body));
    }

    [Fact]
    public void The_longest_message_fills_what_push_services_take_and_no_more()
    {
        using var receiver = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

        Assert.Equal(4096, MessageEncryption.Encrypt(new byte[MessageEncryption.Longest], MessageEncryption.Point(receiver), new byte[16]).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => MessageEncryption.Encrypt(new byte[MessageEncryption.Longest + 1], MessageEncryption.Point(receiver), new byte[16]));
    }

    [Fact]
    public void A_key_that_is_no_point_of_the_curve_is_refused()
    {
        byte[] off = [4, .. Enumerable.Repeat((byte)1, 64)];

        Assert.ThrowsAny<CryptographicException>(() => MessageEncryption.Encrypt("x"u8, off, new byte[16]));
        Assert.ThrowsAny<CryptographicException>(() => MessageEncryption.Encrypt("x"u8, off[..64], new byte[16]));
    }
}
