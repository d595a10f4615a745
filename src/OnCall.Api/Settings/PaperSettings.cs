namespace OnCall.Api.Settings;

/// <summary>Settings of the paper roster: <c>OnCall__Paper__*</c>.</summary>
public sealed class PaperSettings
{
    /// <summary>Where it is put, for instance a share that wards can open; null is <c>paper</c> within the data directory.</summary>
    public string? Folder { get; set; }
}
