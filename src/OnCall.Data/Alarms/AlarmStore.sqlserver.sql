-- name: Cleared
select top (@most) a.alarm_id as Id, a.kind as Kind, a.subject as Subject, a.severity as Severity, a.detail as Detail, a.since as Since, a.last_seen as LastSeen,
    a.cleared_at as ClearedAt
from alarm a
where a.cleared_at is not null
order by a.cleared_at desc, a.alarm_id;
