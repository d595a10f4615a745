using OnCall.Application.Paging;

namespace OnCall.Api.Screens.Staff;

/// <summary>The form to page a role, as it was typed.</summary>
internal sealed class PageRoleForm
{
    /// <summary>Drawn when the form is shown, so that pressing twice sends once.</summary>
    public string? Key { get; set; }

    public string? Role { get; set; }

    public string? Urgency { get; set; }

    public string? Subject { get; set; }

    public string? Body { get; set; }

    public string? PatientRef { get; set; }

    /// <summary>Which template is to be put into the message.</summary>
    public string? Template { get; set; }

    public string? Callback { get; set; }

    /// <summary>One a line.</summary>
    public string? Replies { get; set; }

    internal SendPageRequest ToRequest() => new(
        Role,
        Urgency,
        Subject,
        Body,
        PatientRef,
        Callback,
        Replies?.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
}
