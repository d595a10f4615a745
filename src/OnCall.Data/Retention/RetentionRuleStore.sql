-- name: All
select r.class as Class, r.org_unit_id as OrgUnit, r.days as Days, r.updated_at as UpdatedAt, r.updated_by as UpdatedBy
from retention_rule r;

-- name: Delete
delete from retention_rule where class = cast(@what as varchar(30)) and (org_unit_id = @unit or (org_unit_id is null and @unit is null));

-- name: Insert
insert into retention_rule (class, org_unit_id, days, updated_at, updated_by) values (@what, @unit, @days, @at, @by);
