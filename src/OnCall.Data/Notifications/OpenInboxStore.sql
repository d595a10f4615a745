-- name: Open
select distinct o.person_id from open_inbox o where o.open_until > @now;

-- name: OfNode
select o.person_id from open_inbox o where o.node = cast(@node as varchar(64));

-- name: Keep
update open_inbox set open_until = @until where node = cast(@node as varchar(64));

-- name: Insert
insert into open_inbox (person_id, node, open_until)
values (@person, @node, @until);

-- name: Close
delete from open_inbox where node = cast(@node as varchar(64)) and person_id in @closed;

-- name: Forget
delete from open_inbox where open_until <= @now;
