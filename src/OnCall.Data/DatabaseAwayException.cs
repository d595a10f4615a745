using System.Data.Common;
using OnCall.Application;

namespace OnCall.Data;

/// <summary>The database did not answer, or broke off, and went on doing so when it was asked again. Nothing of the write stands in it.</summary>
public class DatabaseAwayException : DbException, IStoreAway
{
    public DatabaseAwayException()
    {
    }

    public DatabaseAwayException(string message)
        : base(message)
    {
    }

    public DatabaseAwayException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public override bool IsTransient => true;

    public virtual bool MayBeWritten => false;
}
