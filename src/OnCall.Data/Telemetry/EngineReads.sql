-- name: Queue
select q.kind as Kind, sum(q.due) as Due, sum(q.claimed) as Claimed, min(q.at) as OldestDue
from (
    select n.kind, case when n.due_at <= @now then 1 else 0 end as due, 0 as claimed, n.due_at as at
    from notification n
    where n.state = 'Pending'
    union all
    select n.kind, case when n.claimed_until <= @now then 1 else 0 end as due, case when n.claimed_until <= @now then 0 else 1 end as claimed, n.claimed_until as at
    from notification n
    where n.state = 'Claimed') q
group by q.kind;

-- name: OpenPages
select e.urgency as Urgency, count(*) as Pages, sum(case when e.at_desk = 1 then 1 else 0 end) as AtDesk
from escalation e
where e.is_open = 1 and e.role_id <> @selfTest
group by e.urgency;
