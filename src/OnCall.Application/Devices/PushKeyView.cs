namespace OnCall.Application.Devices;

/// <summary>What a browser subscribes under.</summary>
/// <param name="Key">The public key of this house in base64url, as <c>applicationServerKey</c> takes it.</param>
public sealed record PushKeyView(string Key);
