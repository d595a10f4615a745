-- name: Again
update node_heartbeat
set engine = @engine, at = @at, last_sweep = @lastSweep, clock_offset_ms = @clockOffset, disk_free = @diskFree, disk_size = @diskSize,
    watchdog_failing_since = @watchdogFailingSince, channels = @channels, paper_at = @paperAt,
    seals_failing_since = @sealsFailingSince, anchor_failing_since = @anchorFailingSince, reads_failing_since = @readsFailingSince
where node = cast(@node as varchar(64));

-- name: First
insert into node_heartbeat (node, engine, started_at, at, last_sweep, clock_offset_ms, disk_free, disk_size, watchdog_failing_since, channels, paper_at,
    seals_failing_since, anchor_failing_since, reads_failing_since)
values (@node, @engine, @startedAt, @at, @lastSweep, @clockOffset, @diskFree, @diskSize, @watchdogFailingSince, @channels, @paperAt,
    @sealsFailingSince, @anchorFailingSince, @readsFailingSince);

-- name: Since
select h.node as Node, h.engine as Engine, h.started_at as StartedAt, h.at as At, h.last_sweep as LastSweep, h.clock_offset_ms as ClockOffsetMs,
    h.disk_free as DiskFree, h.disk_size as DiskSize, h.watchdog_failing_since as WatchdogFailingSince, h.channels as Channels, h.paper_at as PaperAt,
    h.seals_failing_since as SealsFailingSince, h.anchor_failing_since as AnchorFailingSince, h.reads_failing_since as ReadsFailingSince
from node_heartbeat h
where h.at >= @from
order by h.node;

-- name: Remove
delete from node_heartbeat where node = cast(@node as varchar(64));

-- name: Purge
delete from node_heartbeat where at < @before;
