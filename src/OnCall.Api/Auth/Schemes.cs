namespace OnCall.Api.Auth;

/// <summary>How a caller proves who they are.</summary>
internal static class Schemes
{
    /// <summary>By the bearer key. Where there is none, a browser's session is asked instead.</summary>
    internal const string Key = "Key";

    internal const string Session = "Session";

    /// <summary>By the hospital's OpenID Connect provider; there only where one is set.</summary>
    internal const string OpenId = "OpenId";
}
