namespace OnCall.Application.Paging;

/// <summary>The database takes longer for each write than a decision stands. Nothing was written.</summary>
public sealed class StoreSlowException : Exception, IStoreAway
{
    public StoreSlowException()
        : this("The database is too slow: what was decided would have been written too long afterwards. Nothing was written.")
    {
    }

    public StoreSlowException(string message)
        : base(message)
    {
    }

    public StoreSlowException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public bool MayBeWritten => false;
}
