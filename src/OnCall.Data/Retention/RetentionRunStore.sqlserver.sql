-- name: List
select top (@most) r.run_id as Id, r.node as Node, r.started_at as StartedAt, r.ended_at as EndedAt, r.outcome as Outcome
from retention_run r
where @before is null or r.started_at < @before
order by r.started_at desc;
