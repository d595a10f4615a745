namespace OnCall.Ldap;

/// <summary>The directory or the machine is not as the settings need it. The message goes into <c>Why</c> as it stands.</summary>
internal sealed class LdapSettingException : Exception
{
    public LdapSettingException(string message)
        : base(message)
    {
    }

    public LdapSettingException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    public LdapSettingException()
    {
    }
}
