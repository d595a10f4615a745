-- name: Find
select s.name as Name, s.settings as Settings, s.updated_at as UpdatedAt, s.updated_by as UpdatedBy
from roster_source s
where s.name = @name;

-- name: Update
update roster_source set settings = @settings, updated_at = @updatedAt, updated_by = @updatedBy where name = @name;

-- name: Insert
insert into roster_source (name, settings, updated_at, updated_by) values (@name, @settings, @updatedAt, @updatedBy);
