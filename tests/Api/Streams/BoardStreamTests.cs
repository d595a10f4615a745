using System.Text.Json;
using NodaTime.Text;
using OnCall.Testing.Hosting;
using Xunit;

namespace OnCall.Api.Tests.Streams;

/// <summary>A board whose connection breaks is told what it missed, and no more.</summary>
public sealed class BoardStreamTests : IAsyncLifetime
{
    private ApiHost _host = null!;
    private int _keys;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _host = await ApiHost.StartAsync();
        await _host.Admin.PutAsync("/api/v1/roles/ward", """{"name":"Ward"}""");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task What_changed_while_the_line_was_broken_is_told_once_it_holds_again_without_the_whole_board()
    {
        var before = await PageAsync();
        string last;
        using (var line = await SseLines.OpenAsync(_host.Admin, "/api/v1/board/stream", null))
        {
            Assert.Contains(before, (await line.UntilAsync("snapshot")).Data, StringComparison.Ordinal);
            var early = await PageAsync();
            while (IdOf((await line.UntilAsync("page")).Data) != early)
            {
                // The page of before may be told again.
            }

            last = (await line.UntilAsync("alive")).Id!;
        }

        var (first, second) = (await PageAsync(), await PageAsync());

        using var again = await SseLines.OpenAsync(_host.Admin, "/api/v1/board/stream", last);
        var told = await again.AllUntilAsync("alive");
        Assert.DoesNotContain(told, e => e.Kind == "snapshot");
        var missed = told.Where(e => e.Kind == "page").Select(e => IdOf(e.Data)).ToHashSet(StringComparer.Ordinal);
        Assert.Superset(new HashSet<string>([first, second], StringComparer.Ordinal), missed);
    }

    [Fact]
    public async Task A_screen_begins_where_it_was_drawn_and_what_came_in_between_is_told()
    {
        using var drawn = await SseLines.OpenAsync(_host.Admin, "/api/v1/board/stream", null);
        await PageAsync();
        await drawn.UntilAsync("page");
        var position = (await drawn.UntilAsync("alive")).Id;
        var page = await PageAsync();

        using var stream = await SseLines.OpenAsync(_host.Admin, $"/api/v1/board/stream?after={position}", null);

        Assert.Contains(page, (await stream.AllUntilAsync("alive")).Where(e => e.Kind == "page").Select(e => IdOf(e.Data)));
    }

    [Theory]
    [InlineData("9223372036854775807")]
    [InlineData("0")]
    [InlineData("-3")]
    [InlineData("nonsense")]
    public async Task Whoever_names_no_event_of_this_house_gets_the_whole_board(string last)
    {
        var page = await PageAsync();

        using var stream = await SseLines.OpenAsync(_host.Admin, "/api/v1/board/stream", last);

        Assert.Contains(page, (await stream.UntilAsync("snapshot")).Data, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_that_missed_more_than_it_can_be_told_page_by_page_gets_the_whole_of_it()
    {
        string last;
        using (var line = await SseLines.OpenAsync(_host.Admin, "/api/v1/board/stream", null))
        {
            await PageAsync();
            await line.UntilAsync("page");
            last = (await line.UntilAsync("alive")).Id!;
        }

        for (var i = 0; i < 101; i++)
        {
            await PageAsync();
        }

        using var again = await SseLines.OpenAsync(_host.Admin, "/api/v1/board/stream", last);
        Assert.Equal("snapshot", (await again.AllUntilAsync("alive"))[0].Kind);
    }

    [Fact]
    public async Task Where_nothing_happens_there_is_a_sign_of_life_with_the_servers_time()
    {
        using var stream = await SseLines.OpenAsync(_host.Admin, "/api/v1/board/stream", null);
        await stream.UntilAsync("alive");

        var at = JsonDocument.Parse((await stream.UntilAsync("alive")).Data).RootElement.GetProperty("at").GetString()!;
        Assert.Equal(_host.Clock.Now, InstantPattern.ExtendedIso.Parse(at).Value);
    }

    private static string IdOf(string data) => JsonDocument.Parse(data).RootElement.GetProperty("id").GetString()!;

    private async Task<string> PageAsync()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/pages") { Content = JsonRequests.Body("""{"role":"ward","urgency":"urgent"}""") };
        request.Headers.Add("Idempotency-Key", $"board-{Interlocked.Increment(ref _keys)}");
        return (await (await _host.Admin.SendAsync(request, Cancel)).ReadAsync()).Text("id")!;
    }
}
