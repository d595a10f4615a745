namespace OnCall.Api.Screens.Staff;

/// <summary>What a browser needs to know to keep an inbox for times without a network.</summary>
/// <param name="Person">Whose it is, escaped: what is kept of another is dropped.</param>
/// <param name="Own">Only this person uses the device. On any other nothing is kept.</param>
internal sealed record KeptInbox(string Person, bool Own);
