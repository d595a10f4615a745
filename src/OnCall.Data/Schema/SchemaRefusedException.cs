namespace OnCall.Data.Schema;

/// <summary>The database does not fit this program, and starting would harm it. The message says what to do.</summary>
public sealed class SchemaRefusedException : Exception
{
    public SchemaRefusedException(string message)
        : base(message)
    {
    }

    public SchemaRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public SchemaRefusedException()
    {
    }
}
