using NodaTime;
using OnCall.Application.Devices;
using OnCall.Domain.Directory;
using OnCall.Domain.Notifications;

namespace OnCall.Data.Devices;

/// <summary>A device as it is stored, but for what pushes to it.</summary>
internal sealed class DeviceRow
{
    public PushDeviceId Id { get; set; }

    public PersonId Person { get; set; }

    public string Kind { get; set; } = "";

    public string Name { get; set; } = "";

    public bool Verified { get; set; }

    public Instant AddedAt { get; set; }

    public Instant? ConfirmedAt { get; set; }

    public Instant? AcceptedAt { get; set; }

    public Instant? FailedAt { get; set; }

    public string? Failure { get; set; }

    public PushDevice ToDevice() => new(Id, Person, Enum.Parse<PushDeviceKind>(Kind), Name, Verified, AddedAt, ConfirmedAt, AcceptedAt, FailedAt, Failure);
}
