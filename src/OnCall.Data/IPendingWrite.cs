using System.Data.Common;

namespace OnCall.Data;

/// <summary>A write that waits for its turn, whatever it answers.</summary>
internal interface IPendingWrite
{
    /// <summary>Runs it inside a transaction; false when it failed and is to be rolled back.</summary>
    Task<bool> TryAsync(DbConnection connection, DbTransaction transaction);

    /// <summary>What it wrote is on the disk.</summary>
    void Committed();

    /// <summary>Nothing of it was written.</summary>
    void Failed(Exception error);
}
