-- name: Entries
select person_id as PersonId, employee_no as EmployeeNo, org_unit_id as OrgUnit
from person
where person_id <> @selfTest
order by employee_no;

-- name: Grants
select person_id as PersonId, permission as Permission, org_unit_id as OrgUnit
from person_permission
where person_id in @ids
order by person_id, permission, org_unit_id;

-- name: Administrators
select p.person_id
from person_permission g
join person p on p.person_id = g.person_id
where g.permission = 'Admin' and g.org_unit_id is null and p.active = 1;

-- name: Insert
insert into person (person_id, employee_no, name, active, language, org_unit_id, position, rank)
values (@id, @employeeNo, @name, @active, @language, @orgUnit, @position, @rank);

-- name: Update
update person
set employee_no = @employeeNo, name = @name, active = @active, language = @language, org_unit_id = @orgUnit,
    position = @position, rank = @rank
where person_id = @id;

-- name: Take
update person set active = active where person_id = @id;

-- name: Standing
select active as Active, org_unit_id as OrgUnit from person where person_id = @id;

-- name: UpdatePreferences
update person set preferences = @preferences where person_id = @id;

-- name: UpdateLanguage
update person set language = @language where person_id = @person;

-- name: DeleteGrants
delete from person_permission where person_id = @id;

-- name: InsertGrant
insert into person_permission (person_id, permission, org_unit_id)
values (@person, @permission, @orgUnit);

-- name: ForgetMapped
delete from mapped_grant
where person_id = @id
  and not exists (
      select 1
      from person_permission g
      where g.person_id = mapped_grant.person_id and g.permission = mapped_grant.permission
        and (g.org_unit_id = mapped_grant.org_unit_id or (g.org_unit_id is null and mapped_grant.org_unit_id is null)));
