namespace OnCall.Application.Directory;

/// <summary>What became of a write.</summary>
public enum SaveResult
{
    Saved,

    /// <summary>Somebody else took the same code, number or address in the same moment; nothing was written. Look again.</summary>
    Raced,
}
