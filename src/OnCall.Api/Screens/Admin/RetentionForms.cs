namespace OnCall.Api.Screens.Admin;

/// <summary>What the forms of the retention screen post; each uses some of it.</summary>
internal sealed class RetentionForms
{
    public string? Class { get; set; }

    public string? OrgUnit { get; set; }

    public int? Days { get; set; }

    /// <summary>Reads <c>true</c> where the box is ticked.</summary>
    public bool Forever { get; set; }

    public string? Page { get; set; }

    public string? Person { get; set; }

    public string? Unit { get; set; }

    public string? Reason { get; set; }

    public Guid Hold { get; set; }
}
