using System.Data.Common;
using NodaTime;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests;

/// <summary>What was decided a moment ago is written at once or decided again: meanwhile a shift may have ended.</summary>
public sealed class DecidedWritesTests
{
    private readonly FakeClock _clock = new();

    [Theory]
    [InlineData("written", 0)]
    [InlineData("written", 5)]
    [InlineData("Late", 6)]
    [InlineData("Failed", 0, 0)]
    [InlineData("Failed", 3, 1)]
    [InlineData("Late", 3, 3)]
    public async Task A_decision_is_written_by_its_first_try_and_only_where_its_transaction_begins_soon(string outcome, params int[] tries)
    {
        var database = new SlowToBegin(_clock, tries);

        Assert.Equal(outcome, await WriteAsync(database, _clock.Now, lasts: 0));
        Assert.Equal(outcome == "written", database.IsCommitted);
    }

    [Fact]
    public async Task What_was_decided_long_before_the_database_was_asked_is_late()
    {
        var decided = _clock.Now;
        _clock.Now += Duration.FromSeconds(6);

        Assert.Equal("Late", await WriteAsync(new SlowToBegin(_clock, [0]), decided, lasts: 0));
    }

    [Theory]
    [InlineData("written", 10)]
    [InlineData("Late", 11)]
    public async Task What_came_too_late_before_is_given_more_time_to_begin(string outcome, int seconds)
    {
        Assert.Equal(outcome, await WriteAsync(new SlowToBegin(_clock, [seconds]), _clock.Now, lasts: 0, wasLate: true));
    }

    [Theory]
    [InlineData("written", 15)]
    [InlineData("Late", 16)]
    public async Task A_write_that_waited_for_locks_too_long_is_undone(string outcome, int lasts)
    {
        var database = new SlowToBegin(_clock, [0]);

        Assert.Equal(outcome, await WriteAsync(database, _clock.Now, lasts));
        Assert.Equal(outcome == "written", database.IsCommitted);
    }

    private Task<string> WriteAsync(SlowToBegin database, Instant decided, int lasts, bool wasLate = false) => database.WriteDecidedAsync(
        (_, _) =>
        {
            _clock.Now += Duration.FromSeconds(lasts);
            return database.WrittenAsync();
        },
        why => why.ToString(),
        Freshness.Of(decided, wasLate),
        _clock,
        TestContext.Current.CancellationToken);

    /// <summary>Each try's transaction begins after some seconds, and all but the last fail.</summary>
    private sealed class SlowToBegin(FakeClock clock, int[] tries) : Database(DatabaseProvider.SqlServer, "", TestSeal.Instance)
    {
        private int _try;

        public bool IsCommitted { get; private set; }

        public override bool IsDuplicate(DbException error) => false;

        public Task<string> WrittenAsync() => _try < tries.Length ? throw new DatabaseAwayException("The wire broke.") : Task.FromResult("written");

        protected override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override async Task<T> CommitAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
        {
            while (true)
            {
                clock.Now += Duration.FromSeconds(tries[_try++]);
                try
                {
                    var result = await write(null!, null!);
                    IsCommitted = true;
                    return result;
                }
                catch (DatabaseAwayException)
                {
                    // Tried again.
                }
            }
        }
    }
}
