using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Devices;

/// <summary>Somebody registers a device of their own. It counts once it has shown that a push reached it.</summary>
public sealed class RegisterDevice(
    IPushDevices devices, IPushTargets targets, PushKeys keys, IWebPush web, IDirectoryReads directory, DeviceNotices notices, IIdSource ids, RosterSignal signal,
    IClock clock)
{
    /// <summary>Of one person.</summary>
    public const int MostDevices = 10;

    public Task<Answer<PushDeviceView>> RunAsync(Caller caller, RegisterDeviceRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        ArgumentNullException.ThrowIfNull(request);
        return caller.Person is not { } person ? Task.FromResult<Answer<PushDeviceView>>(DeviceProblems.NotAPerson)
            : caller.OnSharedComputer ? Task.FromResult<Answer<PushDeviceView>>(DeviceProblems.Shared)
            : request.Subscription is not null && !web.IsConfigured ? Task.FromResult<Answer<PushDeviceView>>(DeviceProblems.NotConfigured)
            : Raced.RetryAsync(new RegisterDeviceValidator(web), request, () => TryAsync(caller, person, request, cancellationToken));
    }

    private async Task<Answer<PushDeviceView>?> TryAsync(Caller caller, PersonId person, RegisterDeviceRequest request, CancellationToken cancellationToken)
    {
        var target = request.Subscription is { Endpoint: { } endpoint, Keys: { P256dh: { } key, Auth: { } auth } }
            ? new PushTarget(PushDeviceKind.Web, null, new WebSubscription(endpoint, key.TrimEnd('='), auth.TrimEnd('=')), (await keys.CurrentAsync(cancellationToken)).Number)
            : new PushTarget(PushDeviceKind.Fcm, request.Token!.Trim(), null, 0);
        var hash = HashOf(target.Kind, target.Token ?? target.Web!.Endpoint);
        var had = await devices.FindAsync(hash, cancellationToken);

        // A screen registers its browser whenever it is opened: what stands as it is stays verified.
        if (had?.Person == person && await targets.FindAsync(had.Address, cancellationToken) == target)
        {
            return PushDeviceView.Of(had);
        }

        var own = await devices.OfAsync(person, cancellationToken);
        var renewed = own.FirstOrDefault(d => d.Id.Value == request.Renews);
        if (request.Renews is not null && renewed is null)
        {
            return DeviceProblems.Unknown;
        }

        if (own.Count(d => d.Id != had?.Id && d.Id != renewed?.Id) >= MostDevices)
        {
            return Refusal.Invalid(new InputProblem("name", $"At most {MostDevices} devices: remove one that you do not use any more."));
        }

        var now = clock.GetCurrentInstant();
        var device = new PushDevice(new PushDeviceId(ids.NewId()), person, target.Kind, request.Name!.Trim(), false, now, null, null, null, null);
        var added = DirectoryAudit.Entry(now, caller, "device.add", caller.Key, new { device = device.Id.Value, device.Kind, device.Name });
        var former = new List<FormerDevice>();
        foreach (var gone in new[] { had, renewed }.OfType<PushDevice>().Distinct())
        {
            former.Add(await FormerAsync(caller, person, gone, cancellationToken));
        }

        if (await devices.AddAsync(device, new ContactMethodId(ids.NewId()), target, hash, added, former, cancellationToken) == SaveResult.Raced)
        {
            return null;
        }

        signal.Announce();
        return Answer<PushDeviceView>.Created(PushDeviceView.Of(device));
    }

    /// <summary>SHA-256 of the kind and of the endpoint or token, in lower-case hex.</summary>
    internal static string HashOf(PushDeviceKind kind, string target) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{kind} {target}")));

    // Whom it rang for is told, and not who has it now.
    private async Task<FormerDevice> FormerAsync(Caller caller, PersonId person, PushDevice gone, CancellationToken cancellationToken) => new(
        gone,
        DirectoryAudit.Entry(clock.GetCurrentInstant(), caller, "device.remove", "device:" + gone.Id, new { person = gone.Person.Value, why = "registered-anew" }),
        gone.Person != person && (await directory.PeopleAsync([gone.Person], cancellationToken)) is [var owner] ? notices.TakenOver(owner, gone) : null);
}
