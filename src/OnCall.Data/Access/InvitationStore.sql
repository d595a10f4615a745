-- name: EndEarlier
update invitation set used_at = @madeAt where person_id = @person and used_at is null;

-- name: Insert
insert into invitation (token_hash, person_id, made_by, made_with, made_at, until_at, used_at)
values (@tokenHash, @person, @madeBy, @madeWith, @madeAt, @until, null);

-- name: Find
select i.person_id
from invitation i
join person p on p.person_id = i.person_id
where i.token_hash = cast(@tokenHash as char(64)) and i.used_at is null and i.until_at > @now and p.active = 1;

-- name: Use
update invitation set used_at = @now where token_hash = cast(@tokenHash as char(64)) and used_at is null and until_at > @now;
