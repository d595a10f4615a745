-- name: All
select org_unit_id as OrgUnitId, code as Code, name as Name, parent_id as Parent, time_zone as TimeZone
from org_unit;

-- name: Insert
insert into org_unit (org_unit_id, code, name, parent_id, time_zone)
values (@id, @code, @name, @parent, @timeZone);

-- name: Update
update org_unit
set code = @code, name = @name, parent_id = @parent, time_zone = @timeZone
where org_unit_id = @id;
