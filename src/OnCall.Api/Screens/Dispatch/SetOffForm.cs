using OnCall.Application.Presets;

namespace OnCall.Api.Screens.Dispatch;

/// <summary>What whoever calls a team types.</summary>
internal sealed class SetOffForm
{
    /// <summary>Drawn when the form is shown, so that pressing twice calls once.</summary>
    public string? Key { get; set; }

    public string? Where { get; set; }

    public string? Callback { get; set; }

    internal SetOffRequest ToRequest() => new(Where, Callback);
}
