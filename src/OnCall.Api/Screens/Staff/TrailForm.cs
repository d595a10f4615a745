namespace OnCall.Api.Screens.Staff;

/// <summary>What the forms of a page's screen post; each uses some of it.</summary>
internal sealed class TrailForm
{
    /// <summary><c>board</c> goes back there when it is done.</summary>
    public string? From { get; set; }

    public string? Reply { get; set; }

    public string? ReadBack { get; set; }

    /// <summary>Employee number of somebody who called in.</summary>
    public string? By { get; set; }

    public string? Role { get; set; }

    public string? Outcome { get; set; }

    public string? Reason { get; set; }

    public string? Body { get; set; }

    /// <summary>How an export is written.</summary>
    public string? As { get; set; }
}
