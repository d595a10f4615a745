namespace OnCall.Data;

/// <summary>
/// The connection broke in the moment of a commit, and the database stayed away when it was asked what had become of it. The write stands
/// whole or not at all; which of the two nobody knows yet.
/// </summary>
public sealed class OutcomeUnknownException : DatabaseAwayException
{
    public OutcomeUnknownException()
    {
    }

    public OutcomeUnknownException(string message)
        : base(message)
    {
    }

    public OutcomeUnknownException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    public override bool MayBeWritten => true;
}
