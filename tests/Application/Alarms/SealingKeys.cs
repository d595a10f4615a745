using OnCall.Application.Sealing;

namespace OnCall.Application.Tests.Alarms;

/// <summary>The keys that words are sealed with, among which somebody puts their own when a test says so.</summary>
internal sealed class SealingKeys : ISealingKeys
{
    public IReadOnlyList<string> Strange { get; set; } = [];

    public Task<IReadOnlyList<string>> StrangersAsync(CancellationToken cancellationToken) => Task.FromResult(Strange);

    public Task<StrangeKeyOutcome> AcceptAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException("The watch only looks.");

    public Task<StrangeKeyOutcome> RemoveAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException("The watch only looks.");
}
