namespace OnCall.Application.Rosters.WhoIsOn;

/// <summary>A number or address by which a person is reached by hand.</summary>
/// <param name="Kind">As the API writes it: <c>sms</c>.</param>
public sealed record WayToReach(string Kind, string Address, bool Verified);
