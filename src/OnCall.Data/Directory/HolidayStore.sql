-- name: OfUnits
select h.org_unit_id as Unit, h.day as Day, h.name as Name
from org_unit_holiday h
where h.org_unit_id in @units;

-- name: Clear
delete from org_unit_holiday where org_unit_id = @unit;

-- name: Insert
insert into org_unit_holiday (org_unit_id, day, name)
values (@unit, @day, @name);
