namespace OnCall.Api.Auth;

/// <summary>How a caller proves who they are.</summary>
internal static class Schemes
{
    /// <summary>Takes the bearer key when there is one, else the session.</summary>
    internal const string Any = "OnCall";

    internal const string Key = "Key";

    internal const string Session = "Session";
}
