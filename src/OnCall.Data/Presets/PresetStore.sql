-- name: All
select p.preset_id as PresetId, p.code as Code, p.name as Name, p.org_unit_id as OrgUnit, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.asks_where as AsksWhere, p.active as Active, r.ordinal as Ordinal, r.role_id as RoleId
from preset p
join preset_role r on r.preset_id = p.preset_id;

-- name: Find
select p.preset_id as PresetId, p.code as Code, p.name as Name, p.org_unit_id as OrgUnit, p.urgency as Urgency, p.subject as Subject, p.body as Body,
    p.asks_where as AsksWhere, p.active as Active, r.ordinal as Ordinal, r.role_id as RoleId
from preset p
join preset_role r on r.preset_id = p.preset_id
where p.code = @code;

-- name: Insert
insert into preset (preset_id, code, name, org_unit_id, urgency, subject, body, asks_where, active)
values (@id, @code, @name, @orgUnit, @urgency, @subject, @body, @asksWhere, @active);

-- name: Update
update preset
set name = @name, org_unit_id = @orgUnit, urgency = @urgency, subject = @subject, body = @body, asks_where = @asksWhere, active = @active
where preset_id = @id;

-- name: DeleteRoles
delete from preset_role where preset_id = @id;

-- name: InsertRole
insert into preset_role (preset_id, ordinal, role_id)
values (@id, @ordinal, @role);

-- name: Delete
delete from preset where preset_id = @id;
