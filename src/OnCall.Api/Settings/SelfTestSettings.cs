namespace OnCall.Api.Settings;

/// <summary>Settings of the page that OnCall sends itself each minute: <c>OnCall__SelfTest__*</c>. The same on all nodes.</summary>
public sealed class SelfTestSettings
{
    public bool Enabled { get; set; } = true;
}
