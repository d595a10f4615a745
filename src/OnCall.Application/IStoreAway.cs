namespace OnCall.Application;

/// <summary>An error that says nothing of what was asked: whatever it was, the database cannot be reached for it now.</summary>
public interface IStoreAway
{
    /// <summary>Whether what was asked may have been written all the same.</summary>
    bool MayBeWritten { get; }
}
