namespace OnCall.Channels.Push;

/// <summary>Settings of the push channel: <c>OnCall__Channels__Fcm__*</c>.</summary>
public sealed class FcmOptions
{
    /// <summary>The name of the settings' section.</summary>
    public const string Name = "Fcm";

    /// <summary>The provider's own address.</summary>
    public const string UsualBaseUrl = "https://fcm.googleapis.com";

    /// <summary>Where the provider's API answers. Another value serves a proxy or a test.</summary>
    public string BaseUrl { get; set; } = UsualBaseUrl;

    /// <summary>Where a service account signs in; by default what the credentials file says.</summary>
    public string? TokenUrl { get; set; }

    /// <summary>Path of the service account's key file (JSON), which also names the project.</summary>
    public string? CredentialsFile { get; set; }

    /// <summary>Messages on the wire to the provider at one time (1 to 256); 32 by default.</summary>
    public int? AtOnce { get; set; }

    /// <summary>Messages begun in any one second by this node (1 to 1000); no limit by default.</summary>
    public int? PerSecond { get; set; }

    /// <summary>True when the settings are there; validation has then made sure that the file can be read.</summary>
    public bool IsConfigured => !string.IsNullOrWhiteSpace(CredentialsFile);
}
