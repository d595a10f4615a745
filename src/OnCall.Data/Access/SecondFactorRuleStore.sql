-- name: All
select permission as Permission, org_unit_id as OrgUnit
from second_factor_rule;

-- name: DeleteAll
delete from second_factor_rule;

-- name: Insert
insert into second_factor_rule (permission, org_unit_id) values (@permission, @orgUnit);
