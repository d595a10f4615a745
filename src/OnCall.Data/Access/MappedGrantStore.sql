-- name: Held
select permission as Permission, org_unit_id as OrgUnit
from person_permission
where person_id = @person;

-- name: Mapped
select permission as Permission, org_unit_id as OrgUnit
from mapped_grant
where person_id = @person;

-- name: OtherAdministrators
select count(*)
from person_permission g
join person p on p.person_id = g.person_id
where g.permission = 'Admin' and g.org_unit_id is null and p.active = 1 and p.person_id <> @person;

-- name: Add
insert into person_permission (person_id, permission, org_unit_id)
values (@person, @permission, @orgUnit);

-- name: Remember
insert into mapped_grant (person_id, permission, org_unit_id)
values (@person, @permission, @orgUnit);

-- name: Take
delete from person_permission
where person_id = @person and permission = cast(@permission as varchar(20)) and (org_unit_id = @orgUnit or (org_unit_id is null and @orgUnit is null));

-- name: Forget
delete from mapped_grant
where person_id = @person and permission = cast(@permission as varchar(20)) and (org_unit_id = @orgUnit or (org_unit_id is null and @orgUnit is null));
