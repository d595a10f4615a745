-- name: Standing
select a.alarm_id as Id, a.kind as Kind, a.subject as Subject, a.severity as Severity, a.detail as Detail, a.since as Since, a.last_seen as LastSeen,
    a.cleared_at as ClearedAt
from alarm a
where a.cleared_at is null;

-- name: Raise
insert into alarm (alarm_id, kind, subject, severity, detail, since, last_seen, cleared_at)
select @id, @kind, @subject, @severity, @detail, @since, @lastSeen, null
where not exists (select 1 from alarm a where a.kind = cast(@kind as varchar(40)) and a.subject = @subject and a.cleared_at is null);

-- name: See
update alarm set severity = @severity, detail = @detail, last_seen = @lastSeen
where alarm_id = @id and cleared_at is null and last_seen <= @lastSeen;

-- name: Clear
update alarm set cleared_at = @now where alarm_id = @id and cleared_at is null and last_seen <= @lastSeen;

-- name: Purge
delete from alarm where cleared_at < @before;
