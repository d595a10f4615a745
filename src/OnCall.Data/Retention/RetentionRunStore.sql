-- name: Insert
insert into retention_run (run_id, node, started_at, ended_at, outcome) values (@run, @node, @now, null, null);

-- name: End
update retention_run set ended_at = @now, outcome = @outcome where run_id = @run and ended_at is null;

-- name: InsertHeld
insert into retention_run_hold (run_id, hold_id, class, kind, held) values (@run, @hold, @what, @kind, @held);

-- name: Lines
select l.run_id as Run, l.class as Class, l.kind as Kind, l.org_unit_id as OrgUnit, l.days as Days, l.purged as Purged, l.oldest_at as OldestAt, l.newest_at as NewestAt
from retention_run_line l
where l.run_id in @runs
order by l.class, l.kind, l.days;

-- name: Held
select h.run_id as Run, h.hold_id as Hold, h.class as Class, h.kind as Kind, h.held as Held
from retention_run_hold h
where h.run_id in @runs
order by h.class, h.kind, h.hold_id;
