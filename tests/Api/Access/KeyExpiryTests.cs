using System.Net;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Access;

public sealed class KeyExpiryTests(SharedApi api) : IClassFixture<SharedApi>
{
    [Theory]
    [InlineData("9999-12-31T23:59:59-14:00")]
    [InlineData("9999-12-31T23:59:59.999999999-00:01")]
    [InlineData("0001-01-01T00:00:00+00:01")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("-9998-01-01T00:00:00+18:00")]
    [InlineData("10000-01-01T00:00:00Z")]
    public async Task An_end_that_no_database_takes_is_named(string expires) =>
        await ProblemAssert.NamesAsync(await api.Host.Admin.PostAsync("/api/v1/keys", $$"""{"integration":"lab","expires":"{{expires}}"}"""), "expires");

    [Theory]
    [InlineData("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z")]
    [InlineData("9999-12-31T23:59:59.999999999Z", "9999-12-31T23:59:59.999Z")]
    [InlineData("9998-12-31T23:59:59-14:00", "9999-01-01T13:59:59Z")]
    public async Task The_last_end_there_is_can_be_kept_and_told(string expires, string told)
    {
        var answer = await api.Host.Admin.PostAsync("/api/v1/keys", $$"""{"integration":"lab","expires":"{{expires}}"}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var key = await answer.ReadAsync();
        Assert.Equal(told, key.Text("expires"));
        using var lab = api.Host.With(key.Text("key")!);
        Assert.Equal(HttpStatusCode.OK, (await lab.GetPathAsync("/api/v1/roles")).StatusCode);
    }
}
