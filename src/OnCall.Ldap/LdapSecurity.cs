namespace OnCall.Ldap;

/// <summary>How the way to the directory is guarded.</summary>
public enum LdapSecurity
{
    /// <summary>TLS from the first byte, usually at port 636.</summary>
    Ldaps,

    /// <summary>TLS by the StartTLS operation (RFC 4511 §4.14), usually at port 389, before anything else is said.</summary>
    StartTls,

    /// <summary>None. Only to a loopback address, and only where <see cref="LdapOptions.AllowPlainOnLoopback"/> says so.</summary>
    Plain,
}
