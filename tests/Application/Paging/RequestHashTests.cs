using System.Security.Cryptography;
using System.Text.Json;
using OnCall.Application.Paging;
using Xunit;

namespace OnCall.Application.Tests.Paging;

public sealed class RequestHashTests
{
    public static TheoryData<SendPageRequest> Requests =>
    [
        new SendPageRequest("card", "code"),
        new SendPageRequest("循環器科", "urgent", "Subject \"<&>'", "線 one\nline two 💓", "P-1", "+44 1 ext 2", ["はい", "no", ""]),
        new SendPageRequest(null, null, Replies: []),
    ];

    [Theory]
    [MemberData(nameof(Requests))]
    public void A_key_of_another_version_is_known_by_the_same_bytes(SendPageRequest request) => Assert.Equal(
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(request))), RequestHash.Of(request));
}
