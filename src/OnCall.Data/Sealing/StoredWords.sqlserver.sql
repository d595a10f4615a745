-- name: ReadPages
select top (@most) t.page_id as Id, t.page_id as Bound, t.subject as One, t.body as Two, t.patient_ref as Three, t.replies as Four
from page t
where @after is null or t.page_id > @after
order by t.page_id;

-- name: ReadLines
select top (@most) t.seq as Id, t.page_id as Bound, coalesce(t.sealed_detail, t.detail) as One, t.kind as Note
from page_event t
where @after is null or t.seq > @after
order by t.seq;

-- name: ReadStates
select top (@most) t.page_id as Id, t.page_id as Bound, t.state as One, cast(t.version as varchar(20)) as Note
from escalation t
where @after is null or t.page_id > @after
order by t.page_id;

-- name: ReadCovers
select top (@most) t.cover_id as Id, t.cover_id as Bound, coalesce(t.sealed_reason, t.reason) as One
from cover t
where @after is null or t.cover_id > @after
order by t.cover_id;

-- name: ReadSwaps
select top (@most) t.swap_id as Id, t.swap_id as Bound, coalesce(t.sealed_reason, t.reason) as One
from swap t
where @after is null or t.swap_id > @after
order by t.swap_id;

-- name: ReadPulls
select top (@most) t.roster_pull_id as Id, t.roster_pull_id as Bound, t.secret as One
from roster_pull t
where @after is null or t.roster_pull_id > @after
order by t.roster_pull_id;

-- name: ReadNotes
select top (@most) t.broken_glass_id as Id, t.broken_glass_id as Bound, t.note as One
from broken_glass t
where @after is null or t.broken_glass_id > @after
order by t.broken_glass_id;
