namespace OnCall.Application.Paging;

/// <summary>A page that may have been sent or changed as was asked, or was sent, while the database cannot be asked about it.</summary>
public sealed class PageNotKnownException : Exception, IStoreAway
{
    public PageNotKnownException()
        : this("Whether it was done cannot be known now.")
    {
    }

    /// <summary>It was sent before.</summary>
    public PageNotKnownException(Exception innerException)
        : this("The page was sent before, and cannot be read now.", innerException)
    {
    }

    public PageNotKnownException(string message)
        : base(message)
    {
    }

    public PageNotKnownException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public bool MayBeWritten => true;
}
