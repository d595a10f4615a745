using NodaTime;
using OnCall.Api.Auth;
using OnCall.Testing;
using Xunit;

namespace OnCall.Api.Tests.Access;

/// <summary>What is remembered while the database is quick, slow and away, and by how many reads.</summary>
public sealed class ShortMemoryTests
{
    private static readonly Duration Patience = Duration.FromSeconds(2);
    private static readonly Duration BeyondLife = Duration.FromSeconds(3);

    private readonly ManualTime _time = new();
    private readonly List<TaskCompletionSource<string?>> _reads = [];
    private readonly ShortMemory<string> _memory;

    public ShortMemoryTests() => _memory = new ShortMemory<string>(_time);

    [Fact]
    public async Task What_was_found_is_not_read_again_for_two_seconds()
    {
        await RememberAsync("first");

        _time.Advance(Patience);
        Assert.Equal("first", await FindAsync());
        Assert.Single(_reads);

        _time.Advance(Duration.FromMilliseconds(1));
        var asked = FindAsync();
        _reads[1].SetResult("second");
        Assert.Equal("second", await asked);
    }

    [Fact]
    public async Task What_is_not_found_is_not_remembered()
    {
        var asked = FindAsync();
        _reads[0].SetResult(null);
        Assert.Null(await asked);

        await RememberAsync("here now");
        Assert.Equal(2, _reads.Count);
    }

    [Fact]
    public async Task A_slow_database_is_not_waited_for_and_its_answer_counts_when_it_comes()
    {
        await RememberAsync("old");
        Assert.Equal("old", await FindByPatienceAsync());
        var next = FindAsync();
        Assert.Equal(2, _reads.Count);

        _reads[1].SetResult("new");

        Assert.Equal("new", await next);
        Assert.Equal("new", await FindAsync());
        Assert.Equal(2, _reads.Count);
    }

    [Fact]
    public async Task What_a_slow_database_no_longer_finds_is_forgotten()
    {
        await RememberAsync("revoked since");
        Assert.Equal("revoked since", await FindByPatienceAsync());
        var next = FindAsync();
        Assert.Equal(2, _reads.Count);

        _reads[1].SetResult(null);
        Assert.Null(await next);

        // Nothing to fall back upon is left, however long the database takes.
        var later = FindAsync();
        _time.Advance(Patience + Patience);
        Assert.False(later.IsCompleted);
        _reads[2].SetResult(null);
        Assert.Null(await later);
    }

    [Fact]
    public async Task A_slow_read_that_fails_changes_nothing()
    {
        await RememberAsync("kept");
        Assert.Equal("kept", await FindByPatienceAsync());
        var next = FindAsync();
        Assert.Equal(2, _reads.Count);

        _reads[1].SetException(new IOException("The database is away."));

        Assert.Equal("kept", await next);
        Assert.Equal("kept", await FindByPatienceAsync());
        Assert.Equal(3, _reads.Count);
    }

    [Fact]
    public async Task A_failure_is_told_to_whoever_has_nothing_to_fall_back_upon()
    {
        var asked = FindAsync();
        _reads[0].SetException(new IOException("The database is away."));
        await Assert.ThrowsAsync<IOException>(() => asked);

        await RememberAsync("back");
    }

    [Fact]
    public async Task After_a_quarter_of_an_hour_of_outage_nothing_remembered_counts()
    {
        await RememberAsync("long ago");
        _time.Advance(Duration.FromMinutes(15));
        var asked = FindAsync();

        _reads[1].SetException(new IOException("The database is away."));

        await Assert.ThrowsAsync<IOException>(() => asked);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task All_who_ask_at_one_moment_share_a_read_and_none_who_leaves_takes_it_from_the_others(bool isRemembered)
    {
        if (isRemembered)
        {
            await RememberAsync("before");
            _time.Advance(BeyondLife);
        }

        var before = _reads.Count;
        using var leaving = new CancellationTokenSource();
        var first = FindAsync(leaving.Token);
        Task<string?>[] others = [FindAsync(), FindAsync()];
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(before + 1, _reads.Count);

        _reads[before].SetResult("shared");

        Assert.All(await Task.WhenAll(others), found => Assert.Equal("shared", found));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_on_this_node_wins_over_the_read_it_came_in_the_midst_of(bool isOfThisNameAlone)
    {
        var early = FindAsync();
        if (isOfThisNameAlone)
        {
            _memory.Forget("name");
        }
        else
        {
            _memory.Empty();
        }

        // Whoever asks after the change does not get what was read before it.
        var late = FindAsync();
        _reads[1].SetResult("changed");
        Assert.Equal("changed", await late);
        _reads[0].SetResult(null);
        Assert.Null(await early);

        Assert.Equal("changed", await FindAsync());
        Assert.Equal(2, _reads.Count);
    }

    private async Task RememberAsync(string value)
    {
        var asked = FindAsync();
        _reads[^1].SetResult(value);
        Assert.Equal(value, await asked);
    }

    // The remembered one is too old, and the database does not answer in time.
    private async Task<string?> FindByPatienceAsync()
    {
        _time.Advance(BeyondLife);
        var asked = FindAsync();
        Assert.False(asked.IsCompleted);
        _time.Advance(Patience);
        return await asked;
    }

    private Task<string?> FindAsync(CancellationToken cancellationToken = default) => _memory.FindAsync("name", this, static (test, token) => test.Begin(token), cancellationToken);

    private Task<string?> Begin(CancellationToken cancellationToken)
    {
        var read = new TaskCompletionSource<string?>();
        cancellationToken.Register(() => read.TrySetCanceled(cancellationToken));
        _reads.Add(read);
        return read.Task;
    }
}
