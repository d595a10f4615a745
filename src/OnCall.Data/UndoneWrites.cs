using System.Data.Common;

namespace OnCall.Data;

/// <summary>Writes that may turn out not to be wanted when something is written already, such as the roster's stamp.</summary>
internal static class UndoneWrites
{
    /// <summary>As <see cref="Database.WriteAsync"/>, but where the answer is <paramref name="not"/>, all is rolled back before it is given.</summary>
    internal static async Task<T> WriteUnlessAsync<T>(
        this Database database, Func<T, bool> not, Func<DbConnection, DbTransaction, Task<T>> write, CancellationToken cancellationToken)
    {
        try
        {
            return await database.WriteAsync(
                async (connection, transaction) =>
                {
                    var answer = await write(connection, transaction);
                    return not(answer) ? throw new UndoneException<T>(answer) : answer;
                },
                cancellationToken);
        }
        catch (UndoneException<T> undone)
        {
            return undone.Answer;
        }
    }

    /// <summary>Rolls all of it back.</summary>
    private sealed class UndoneException<T>(T answer) : Exception
    {
        public T Answer => answer;
    }
}
