using NodaTime;
using OnCall.Application.Access;
using OnCall.Application.Notices;
using OnCall.Domain.Access;
using OnCall.Domain.Directory;
using OnCall.Domain.Notices;

namespace OnCall.Application.Devices;

/// <summary>Tells people of devices that ring for them no more, where it was not they who removed them: by what they have left.</summary>
public sealed class DeviceNotices(NoticeDraft draft, IClock clock)
{
    private static readonly Duration Told = Duration.FromDays(7);

    internal NewNotice TakenAway(Caller by, Person person, IReadOnlyList<PushDevice> taken) =>
        To(person, taken, new DeviceGoneFacts(DeviceGone.TakenAway, taken.Count, SignInNotices.NameOf(by.Key)));

    internal NewNotice TakenOver(Person person, PushDevice gone) => To(person, [gone], new DeviceGoneFacts(DeviceGone.TakenOver, 1, null));

    private NewNotice To(Person person, IReadOnlyList<PushDevice> gone, DeviceGoneFacts facts)
    {
        var addresses = gone.Select(d => d.Address).ToHashSet();
        return draft.To(
            person with { ContactMethods = [.. person.ContactMethods.Where(m => !addresses.Contains(m.Address))] },
            $"device-gone:{gone[0].Id}", facts, NoticeUrgency.Quiet, clock.GetCurrentInstant() + Told);
    }
}
