-- name: Maker
select employee_no from person where person_id = @maker;

-- name: MadeBy
select api_key_id as KeyId, person_id as Person
from api_key
where made_by = @madeBy and person_id is not null;

-- name: MadeWith
select api_key_id as KeyId, person_id as Person
from api_key
where made_with in @ids and person_id is not null;

-- name: Invitations
select person_id as Person, made_by as MadeBy, made_with as MadeWith
from invitation
where used_at is null and until_at > @now and (made_by = @madeBy or made_with is not null);

-- name: TakePeopleOf
update person set active = active
where org_unit_id in @ids or person_id in (select g.person_id from person_permission g where g.org_unit_id in @ids);

-- name: PeopleOf
select p.person_id
from person p
where (p.org_unit_id in @ids or exists (select 1 from person_permission g where g.person_id = p.person_id and g.org_unit_id in @ids))
    and (exists (select 1 from api_key k where k.person_id = p.person_id and k.revoked_at is null)
        or exists (select 1 from invitation i where i.person_id = p.person_id and i.used_at is null));
