namespace OnCall.Ldap;

/// <summary>The password of the account that looks people up.</summary>
internal static class BindPassword
{
    /// <summary>Null when its file cannot be read, or holds none.</summary>
    internal static string? Read(LdapOptions options)
    {
        if (string.IsNullOrEmpty(options.BindPasswordFile))
        {
            return options.BindPassword;
        }

        try
        {
            return File.ReadLines(options.BindPasswordFile).FirstOrDefault() is { Length: > 0 } line ? line : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
