-- name: OverduePages
select null as Kind, d.at as DueAt
from (
    select min(w.at) as at
    from (
        select min(e.due_at) as at from escalation e where e.urgency in (0, 1, 2, 3) and e.due_at <= @now and e.is_open = 1
        union all
        select min(e.look_at) as at from escalation e where e.look_at is not null and e.is_open = 1) w) d
where d.at is not null;

-- name: OverdueMessages
select w.kind as Kind, min(w.at) as DueAt
from (
    select n.kind, min(n.due_at) as at from notification n where n.state = 'Pending' and n.due_at <= @now group by n.kind
    union all
    select n.kind, min(n.claimed_until) as at from notification n where n.state = 'Claimed' and n.claimed_until <= @now group by n.kind) w
group by w.kind;

-- name: RosterEnds
select s.role_id as Role, max(s.end_at) as EndAt
from shift s
where s.superseded_by is null
group by s.role_id;
