using OnCall.Fuzz.Tests.Running;

namespace OnCall.Fuzz.Tests.Targets;

/// <summary>Every reader of outside bytes. A new one is a line in one of the lists.</summary>
internal static class ReadableTargets
{
    public static IReadOnlyList<Target> All { get; } = [.. RosterTargets.All, .. TextTargets.All, .. ProviderTargets.All, .. WebhookTargets.All, .. JsonTargets.All, .. SecretTargets.All, .. SignedTargets.All];

    public static Target Named(string name) => All.Single(target => target.Name == name);
}
