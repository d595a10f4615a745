namespace OnCall.Domain.Access.Sessions;

/// <summary>By what somebody proved who they are.</summary>
public enum SignInWay
{
    /// <summary>A personal key; the session ends with the key.</summary>
    Key,

    /// <summary>The password that OnCall keeps a hash of.</summary>
    Password,

    /// <summary>A passkey, with the device's own check of the person (WebAuthn user verification): two factors in one.</summary>
    Passkey,

    /// <summary>The password of the hospital's LDAP directory.</summary>
    Directory,

    /// <summary>An OpenID Connect provider.</summary>
    OpenId,

    /// <summary>The first administrator, with the set-up code.</summary>
    SetUp,

    /// <summary>A one-time invitation.</summary>
    Invitation,
}
