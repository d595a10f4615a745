-- name: All
select k.key_id as Id, k.element as Element, k.wrapped_by as WrappedBy, k.marked_by as MarkedBy, k.mark as Mark
from protection_key k
order by k.stored_at, k.key_id;

-- name: TakeTurn
update protection_ring set stamp = stamp + 1 where id = 1;

-- name: Insert
insert into protection_key (key_id, element, wrapped_by, activates_at, expires_at, marked_by, mark, stored_at)
select @id, @element, @wrappedBy, @activatesAt, @expiresAt, @markedBy, @mark, @now
where not exists (select 1 from protection_key k where k.key_id = cast(@id as varchar(100)));

-- name: Change
update protection_key set element = @element, wrapped_by = @wrappedBy, activates_at = @activatesAt, expires_at = @expiresAt, marked_by = @markedBy, mark = @mark
where key_id = cast(@id as varchar(100)) and element = @before;

-- name: Remove
delete from protection_key where key_id = cast(@id as varchar(100)) and element = @element;
