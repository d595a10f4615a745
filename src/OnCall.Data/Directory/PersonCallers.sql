-- name: Grants
select permission as Permission, org_unit_id as OrgUnit
from person_permission
where person_id = @person
order by permission;
