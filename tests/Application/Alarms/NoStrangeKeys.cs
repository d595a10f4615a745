using OnCall.Application.Sealing;

namespace OnCall.Application.Tests.Alarms;

/// <summary>Nobody has put a key of their own among those that words are sealed with.</summary>
internal sealed class NoStrangeKeys : ISealingKeys
{
    public Task<IReadOnlyList<string>> StrangersAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<string>>([]);

    public Task<StrangeKeyOutcome> AcceptAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException("There is none.");

    public Task<StrangeKeyOutcome> RemoveAsync(string id, CancellationToken cancellationToken) => throw new NotSupportedException("There is none.");
}
