namespace OnCall.Application.Paging;

/// <summary>A page that may have been sent or changed as was asked, or was sent, while the database cannot be asked about it.</summary>
public sealed class PageNotKnownException : Exception, IStoreAway
{
    private const string NotKnown = "Whether it was done cannot be known now.";

    public PageNotKnownException()
        : this(NotKnown)
    {
    }

    /// <summary>It was sent before.</summary>
    public PageNotKnownException(Exception innerException)
        : this("The page was sent before, and cannot be read now.", innerException)
    {
    }

    /// <summary>It may have been done, for all that could be seen before the database went away.</summary>
    public static PageNotKnownException Of(Exception innerException) => new(NotKnown, innerException);

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
