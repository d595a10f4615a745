-- name: All
select k.key_id as Id, k.element as Element, k.wrapped_by as WrappedBy, k.activates_at as ActivatesAt, k.expires_at as ExpiresAt
from protection_key k
order by k.stored_at, k.key_id;

-- name: TakeTurn
update protection_ring set stamp = stamp + 1 where id = 1;

-- name: Insert
insert into protection_key (key_id, element, wrapped_by, activates_at, expires_at, stored_at)
select @id, @element, @wrappedBy, @activatesAt, @expiresAt, @now
where not exists (select 1 from protection_key k where k.key_id = @id);

-- name: Following
select count(*) from protection_key k where k.expires_at > @activatesAt;

-- name: Revocations
select count(*) from protection_key k where k.activates_at is null;

-- name: Rewrap
update protection_key set element = @element, wrapped_by = @wrappedBy where key_id = @id and wrapped_by = @before;
