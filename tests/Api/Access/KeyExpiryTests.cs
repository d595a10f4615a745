using System.Net;
using NodaTime;
using OnCall.Api.Tests.Audit;
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
        var answer = await api.Host.Admin.PostAsync("/api/v1/keys", $$"""{"person":"admin","expires":"{{expires}}"}""");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var key = await answer.ReadAsync();
        Assert.Equal(told, key.Text("expires"));
        using var lab = api.Host.With(key.Text("key")!);
        Assert.Equal(HttpStatusCode.OK, (await lab.GetPathAsync("/api/v1/roles")).StatusCode);
    }

    [Fact]
    public async Task A_key_of_an_integration_ends_in_a_year_unless_told_otherwise_and_in_two_at_the_most()
    {
        await using var host = await ApiHost.StartAsync();
        var key = await (await host.Admin.PostAsync("/api/v1/keys", """{"integration":"lab"}""")).ReadAsync();
        Assert.Equal("2027-11-23T09:00:00Z", key.Text("expires"));
        Assert.Contains("\"expires\":\"2027-11-23T09:00:00Z\"", Assert.Single(await host.EntriesAsync("key.create")).Detail, StringComparison.Ordinal);
        using var lab = host.With(key.Text("key")!);
        host.Clock.Now += Duration.FromDays(365) - Duration.FromSeconds(1);
        Assert.Equal(HttpStatusCode.OK, (await lab.GetPathAsync("/api/v1/roles")).StatusCode);
        host.Clock.Advance(Duration.FromSeconds(1));
        Assert.Equal(HttpStatusCode.Unauthorized, (await lab.GetPathAsync("/api/v1/roles")).StatusCode);

        var last = host.Clock.Now + Duration.FromDays(731);
        Assert.Equal(HttpStatusCode.Created, (await host.Admin.PostAsync("/api/v1/keys", $$"""{"integration":"lab","expires":"{{last}}"}""")).StatusCode);
        await ProblemAssert.NamesAsync(await host.Admin.PostAsync("/api/v1/keys", $$"""{"integration":"lab","expires":"{{last + Duration.FromSeconds(1)}}"}"""), "expires");
    }
}
