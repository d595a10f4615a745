namespace Microsoft.SqlServer.Server;

/// <summary>A type that does not keep the rules for user-defined types.</summary>
public sealed class InvalidUdtException : SystemException
{
    public InvalidUdtException()
    {
    }

    public InvalidUdtException(string message)
        : base(message)
    {
    }

    public InvalidUdtException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public static InvalidUdtException Create(Type udtType, string? resourceReason) =>
        new($"'{udtType?.FullName}' is not a user-defined type: {resourceReason}");
}
