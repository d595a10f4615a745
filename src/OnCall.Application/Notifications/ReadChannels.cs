using NodaTime;
using OnCall.Application.Directory;
using OnCall.Application.Directory.Administration;
using OnCall.Application.Telemetry;
using OnCall.Domain.Access;
using OnCall.Domain.Notifications;

namespace OnCall.Application.Notifications;

/// <summary>Shows administrators how each channel stands.</summary>
public sealed class ReadChannels(ChannelSet channels, ChannelRecords records, IEngineReads engine, IClock clock)
{
    public async Task<Answer<ListOf<ChannelView>>> RunAsync(Caller caller, CancellationToken cancellationToken)
    {
        if (!AdministratorAccess.IsFor(caller))
        {
            return DirectoryProblems.NotAdministrator();
        }

        var queue = (await engine.QueueAsync(clock.GetCurrentInstant(), cancellationToken)).ToDictionary(l => l.Channel, l => l.Due);

        // The inbox is OnCall's own, and nothing is sent there.
        return new ListOf<ChannelView>([.. Enum.GetValues<ContactMethodKind>().Where(k => k != ContactMethodKind.InApp).Select(Show)], null);

        ChannelView Show(ContactMethodKind kind)
        {
            var record = records.Of(kind);
            return new(kind, channels.Works(kind), record.Streak.LastAnswer, record.Streak.LastFailure, record.Trouble, record.Streak.Failures, queue.GetValueOrDefault(kind));
        }
    }
}
