namespace OnCall.Application;

/// <summary>A setting stops the start. The message is the one line that the operator sees.</summary>
public sealed class WrongSettingException : Exception
{
    /// <param name="setting">In environment form: <c>OnCall__Database__Provider</c>.</param>
    /// <param name="problem">What is wrong with it and what it may be.</param>
    public WrongSettingException(string setting, string problem)
        : base($"{setting}: {problem}")
    {
    }

    public WrongSettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public WrongSettingException(string message)
        : base(message)
    {
    }

    public WrongSettingException()
    {
    }
}
