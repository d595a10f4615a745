using System.Security.Cryptography;
using System.Text;
using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Notifications;
using OnCall.Application.Rosters;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;
using OnCall.Domain.Notifications.Speech;

namespace OnCall.Application.Devices;

/// <summary>Sends a push to a device of one's own, and says what its provider said. The push carries what the device confirms with.</summary>
public sealed class TestDevice(IPushDevices devices, IDirectoryReads directory, ChannelSet channels, IIdSource ids, RosterSignal signal, IClock clock)
{
    /// <summary>How long a device may take to confirm.</summary>
    public static readonly Duration Lifetime = Duration.FromMinutes(10);

    public async Task<Answer<DeviceTestView>> RunAsync(Caller caller, PushDeviceId device, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (caller.Person is not { } person)
        {
            return DeviceProblems.NotAPerson;
        }

        var (now, token) = (clock.GetCurrentInstant(), $"{ids.NewBits():x16}{ids.NewBits():x16}");
        var audit = DirectoryAudit.Entry(now, caller, "device.test", caller.Key, new { device = device.Value });
        if (channels.Of(ContactMethodKind.Push) is not { } push)
        {
            return DeviceProblems.NotConfigured;
        }

        if (!await devices.BeginTestAsync(person, device, HashOf(token), now + Lifetime, audit, cancellationToken))
        {
            return DeviceProblems.Unknown;
        }

        var language = (await directory.PeopleAsync([person], cancellationToken)).FirstOrDefault()?.Language;
        var answer = await push.SendAsync(
            new OutgoingNotification(new NotificationId(ids.NewId()), DeviceAddress.Of(device), new DeviceTestText(device, token), 1, SpokenLanguages.Of(language)), cancellationToken);
        return await NotedAsync(caller, person, device, answer);
    }

    internal static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    // Also when the caller has gone meanwhile: what the provider said is true all the same.
    private async Task<DeviceTestView> NotedAsync(Caller caller, PersonId person, PushDeviceId device, DeliveryAnswer answer)
    {
        var (now, view) = (clock.GetCurrentInstant(), new DeviceTestView(Written.Of(answer.Status), answer.Detail, answer.AddressIsDead));
        if (answer.AddressIsDead)
        {
            var audit = DirectoryAudit.Entry(now, caller, "device.remove", caller.Key, new { device = device.Value, why = answer.Detail });
            await devices.RemoveAsync(person, device, audit, CancellationToken.None);
            signal.Announce();
            return view;
        }

        var accepted = !answer.Status.Failed();
        await devices.NoteAsync(DeviceAddress.Of(device), accepted, answer.Detail, now, CancellationToken.None);
        return view;
    }
}
