using System.Data.Common;
using NodaTime;
using OnCall.Testing;
using OnCall.Testing.Databases;
using Xunit;

namespace OnCall.Data.Tests;

/// <summary>What was decided a moment ago is written at once or decided again: meanwhile a shift may have ended.</summary>
public sealed class DecidedWritesTests
{
    [Theory]
    [InlineData("written", 0)]
    [InlineData("written", 4)]
    [InlineData("late", 6)]
    [InlineData("late", 0, 0)]
    [InlineData("late", 3, 3)]
    public async Task A_decision_is_written_by_its_first_try_and_only_where_its_transaction_begins_soon(string outcome, params int[] tries)
    {
        var database = new SlowToBegin(tries);

        Assert.Equal(outcome, await database.WriteDecidedAsync((_, _) => database.WriteAsync(), "late", TestContext.Current.CancellationToken));
    }

    /// <summary>Each try's transaction begins after some seconds, and all but the last fail.</summary>
    private sealed class SlowToBegin(int[] tries) : Database(DatabaseProvider.SqlServer, "", TestSeal.Instance)
    {
        private readonly ManualTime _time = new();
        private int _try;

        protected override TimeProvider Time => _time;

        public override bool IsDuplicate(DbException error) => false;

        public Task<string> WriteAsync() => _try < tries.Length ? throw new DatabaseAwayException("The wire broke.") : Task.FromResult("written");

        protected override Task<DbConnection> OpenAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

        protected override async Task<T> CommitAsync<T>(Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
        {
            while (true)
            {
                _time.Advance(Duration.FromSeconds(tries[_try++]));
                try
                {
                    return await write(null!, null!);
                }
                catch (DatabaseAwayException)
                {
                    // Tried again.
                }
            }
        }
    }
}
