using Microsoft.Extensions.Logging.Abstractions;
using OnCall.Application.Audit;
using OnCall.Domain.Audit;
using Xunit;

namespace OnCall.Application.Tests.Alarms;

/// <summary>What cannot be done for the audit trail is on the board, and goes when it can.</summary>
public sealed class AuditTroubleStories
{
    [Fact]
    public async Task An_anchor_that_cannot_be_written_is_a_warning_until_it_can()
    {
        await using var house = await Watched.OpenAsync();
        var (record, file) = (house.Alpha.Get<AuditRecord>(), new FileThatIsFull { Full = true });
        var keep = new AnchorAudit(new OneSeal(), file, record, house.Time, NullLogger<AnchorAudit>.Instance);
        await keep.RunAsync(atTheEnd: false, CancellationToken.None);

        await house.PassAsync(10);

        Assert.Contains("warning audit-anchor-failed alpha", await house.BoardAsync());

        file.Full = false;
        await house.PassAsync(60);
        await keep.RunAsync(atTheEnd: false, CancellationToken.None);
        await house.PassAsync(70);
        Assert.DoesNotContain("warning audit-anchor-failed alpha", await house.BoardAsync());
    }

    private sealed class FileThatIsFull : IAnchors
    {
        public bool Full { get; set; }

        public string Place => "nowhere";

        public Task AppendAsync(AuditAnchor anchor, CancellationToken cancellationToken) => Full ? throw new IOException("No space left on device") : Task.CompletedTask;

        public Task<IReadOnlyList<AnchorLine>> ReadAsync(CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AnchorLine>>([]);
    }

    private sealed class OneSeal : IAuditSeals
    {
        public Task<ChainHead> HeadAsync(CancellationToken cancellationToken) => Task.FromResult(ChainHead.Start with { Place = 1 });

        public Task<AuditSeal?> AtAsync(long place, CancellationToken cancellationToken) => Task.FromResult<AuditSeal?>(null);

        public Task<long?> NextEntryAsync(long after, CancellationToken cancellationToken) => Task.FromResult<long?>(null);

        public Task<IReadOnlyList<StoredAuditEntry>> UnsealedAsync(long after, long until, int most, CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<StoredAuditEntry>>([]);

        public Task<bool> AddAsync(IReadOnlyCollection<AuditSeal> seals, CancellationToken cancellationToken) => Task.FromResult(false);

        public Task<IReadOnlyList<AuditLink>> LinksAsync(long after, int most, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<AuditLink>>([]);

        public Task<long> CountAsync(long from, long to, CancellationToken cancellationToken) => Task.FromResult(0L);
    }
}
