-- name: All
select org_unit_id as OrgUnitId, code as Code, name as Name, parent_id as Parent, time_zone as TimeZone, swap_approval as SwapApproval
from org_unit;

-- name: Insert
insert into org_unit (org_unit_id, code, name, parent_id, time_zone, swap_approval)
values (@id, @code, @name, @parent, @timeZone, @swapApproval);

-- name: Update
update org_unit
set code = @code, name = @name, parent_id = @parent, time_zone = @timeZone, swap_approval = @swapApproval
where org_unit_id = @id;
