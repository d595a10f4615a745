-- name: OfPerson
select f.role_id from favourite_role f where f.person_id = @person;

-- name: Add
insert into favourite_role (person_id, role_id, marked_at)
select @person, @role, @now
where not exists (select 1 from favourite_role f where f.person_id = @person and f.role_id = @role);

-- name: Remove
delete from favourite_role where person_id = @person and role_id = @role;
