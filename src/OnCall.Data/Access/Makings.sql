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
