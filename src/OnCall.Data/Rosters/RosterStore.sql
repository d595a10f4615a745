-- name: Stamp
select stamp from roster_stamp where id = 1;

-- Few shifts are longer than 3 days: the others that touch a time began at most so long before it, however much past and future there is.
-- name: InForce
select s.shift_id as Id, s.role_id as Role, s.person_id as Person, s.tier as Tier, s.start_at as StartAt, s.end_at as EndAt, s.label as Label, p.active as Active
from shift s
join person p on p.person_id = s.person_id
where s.role_id in @roles and s.superseded_by is null and s.start_at > @since and s.start_at < @to and s.end_at > @from
union all
select s.shift_id as Id, s.role_id as Role, s.person_id as Person, s.tier as Tier, s.start_at as StartAt, s.end_at as EndAt, s.label as Label, p.active as Active
from shift s
join person p on p.person_id = s.person_id
where s.role_id in @roles and s.superseded_by is null and s.is_long = 1 and s.start_at <= @since and s.end_at > @from;

-- name: InForceEverywhere
select s.shift_id as Id, s.role_id as Role, s.person_id as Person, s.tier as Tier, s.start_at as StartAt, s.end_at as EndAt, s.label as Label, p.active as Active
from shift s
join person p on p.person_id = s.person_id
where s.superseded_by is null and s.start_at > @since and s.start_at < @to and s.end_at > @from
union all
select s.shift_id as Id, s.role_id as Role, s.person_id as Person, s.tier as Tier, s.start_at as StartAt, s.end_at as EndAt, s.label as Label, p.active as Active
from shift s
join person p on p.person_id = s.person_id
where s.superseded_by is null and s.is_long = 1 and s.start_at <= @since and s.end_at > @from;

-- name: Covers
select c.cover_id as Id, c.role_id as Role, c.person_id as Person, c.instead_id as Instead, c.tier as Tier, c.start_at as StartAt, c.end_at as EndAt,
    coalesce(c.sealed_reason, c.reason) as Reason, c.created_at as CreatedAt, p.active as Active
from cover c
join person p on p.person_id = c.person_id
where c.role_id in @roles and c.removed_at is null and c.end_at > @from and c.start_at < @to;

-- name: CoversEverywhere
select c.cover_id as Id, c.role_id as Role, c.person_id as Person, c.instead_id as Instead, c.tier as Tier, c.start_at as StartAt, c.end_at as EndAt,
    coalesce(c.sealed_reason, c.reason) as Reason, c.created_at as CreatedAt, p.active as Active
from cover c
join person p on p.person_id = c.person_id
where c.removed_at is null and c.end_at > @from and c.start_at < @to and c.role_id <> @selfTest;

-- name: InForceOfPeople
select s.shift_id as Id, s.role_id as Role, s.person_id as Person, s.tier as Tier, s.start_at as StartAt, s.end_at as EndAt, s.label as Label, 1 as Active
from shift s
where s.person_id in @people and s.superseded_by is null and s.end_at > @from and s.start_at < @to;

-- name: CoversOfPeople
select c.cover_id as Id, c.role_id as Role, c.person_id as Person, c.instead_id as Instead, c.tier as Tier, c.start_at as StartAt, c.end_at as EndAt,
    coalesce(c.sealed_reason, c.reason) as Reason, c.created_at as CreatedAt, 1 as Active
from cover c
where c.person_id in @people and c.removed_at is null and c.end_at > @from and c.start_at < @to
union all
select c.cover_id as Id, c.role_id as Role, c.person_id as Person, c.instead_id as Instead, c.tier as Tier, c.start_at as StartAt, c.end_at as EndAt,
    coalesce(c.sealed_reason, c.reason) as Reason, c.created_at as CreatedAt, 1 as Active
from cover c
where c.instead_id in @people and c.removed_at is null and c.end_at > @from and c.start_at < @to;
