using OnCall.Application.Devices;
using OnCall.Domain.Notifications;
using OnCall.Testing.Providers;

namespace OnCall.Channels.Tests.Support;

/// <summary>The devices and keys of this house, kept in memory.</summary>
internal sealed class Devices : IPushTargets, IPushKeyStore
{
    private readonly Dictionary<string, PushTarget> _targets = [];
    private readonly List<PushKey> _keys = [];

    /// <summary>Keys that exist and cannot be opened any more.</summary>
    public int Lost { get; set; }

    public IReadOnlyList<PushKey> Keys => _keys;

    public void LoseKeys()
    {
        Lost += _keys.Count;
        _keys.Clear();
    }

    /// <summary>Registers a browser and answers the address to push to.</summary>
    public string Register(StubBrowser browser, string endpoint, int key = 1) =>
        Register(new PushTarget(PushDeviceKind.Web, null, new WebSubscription(endpoint, browser.P256dh, browser.Auth), key));

    public string Register(PushTarget target)
    {
        var address = DeviceAddress.Of(new PushDeviceId(new Guid(_targets.Count + 1, 0, 0, new byte[8])));
        _targets[address] = target;
        return address;
    }

    public Task<PushTarget?> FindAsync(string address, CancellationToken cancellationToken) => Task.FromResult(_targets.GetValueOrDefault(address));

    public Task<(int Highest, IReadOnlyList<PushKey> Keys)> ReadAsync(CancellationToken cancellationToken) =>
        Task.FromResult((Lost + _keys.Count, (IReadOnlyList<PushKey>)[.. _keys.OrderByDescending(k => k.Number)]));

    public Task AddAsync(PushKey key, CancellationToken cancellationToken)
    {
        _keys.Add(key);
        return Task.CompletedTask;
    }
}
