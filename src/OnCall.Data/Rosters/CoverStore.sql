-- name: TakeStamp
update roster_stamp set stamp = stamp + 1 where id = 1 and stamp = @stamp;

-- name: BumpStamp
update roster_stamp set stamp = stamp + 1 where id = 1;

-- name: Insert
insert into cover (cover_id, role_id, person_id, instead_id, tier, start_at, end_at, reason, sealed_reason, created_at, created_by, swap_id)
values (@id, @role, @person, @instead, @tier, @start, @end, '', @reason, @createdAt, @createdBy, @swap);

-- name: Find
select c.cover_id as Id, c.role_id as Role, c.person_id as Person, c.instead_id as Instead, c.tier as Tier, c.start_at as StartAt, c.end_at as EndAt,
    coalesce(c.sealed_reason, c.reason) as Reason, c.created_at as CreatedAt
from cover c
where c.cover_id = @id and c.removed_at is null;

-- name: HasBeenOn
select count(*)
from role r
where (r.role_id = @role or r.org_unit_id = @unit)
    and (exists (select 1 from shift s where s.role_id = r.role_id and s.person_id = @person and s.superseded_by is null)
        or exists (select 1 from cover c where c.role_id = r.role_id and c.person_id = @person and c.removed_at is null));

-- name: With
select c.cover_id as Id, c.role_id as Role, c.person_id as Person, c.instead_id as Instead, c.tier as Tier, c.start_at as StartAt, c.end_at as EndAt,
    coalesce(c.sealed_reason, c.reason) as Reason, c.created_at as CreatedAt
from cover c
where (c.cover_id = @id or c.swap_id = (select o.swap_id from cover o where o.cover_id = @id)) and c.removed_at is null;

-- Both covers of a swap go together.
-- name: EndNow
update cover set end_at = @now
where (cover_id = @id or swap_id = (select o.swap_id from cover o where o.cover_id = @id)) and removed_at is null and start_at < @now and end_at > @now;

-- name: Remove
update cover set removed_at = @now
where (cover_id = @id or swap_id = (select o.swap_id from cover o where o.cover_id = @id)) and removed_at is null and start_at >= @now;
