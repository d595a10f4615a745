-- name: Owners
select normal_form as NormalForm, role_id as RoleId
from role_address
where normal_form in @normalForms;

-- name: Insert
insert into role (role_id, code, name, org_unit_id, policy_id, fallback_role_id, coverage, time_zone, demand)
values (@id, @code, @name, @orgUnit, @policy, @fallbackRole, @coverage, @timeZone, @demand);

-- name: Update
update role
set code = @code, name = @name, org_unit_id = @orgUnit, policy_id = @policy, fallback_role_id = @fallbackRole,
    coverage = @coverage, time_zone = @timeZone, demand = @demand
where role_id = @id;

-- name: DeleteAddresses
delete from role_address where role_id = @id;

-- name: InsertAddress
insert into role_address (normal_form, role_id, written, ordinal)
values (@normalForm, @role, @written, @ordinal);
