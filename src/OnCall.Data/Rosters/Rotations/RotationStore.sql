-- name: TakeStamp
update roster_stamp set stamp = stamp + 1 where id = 1 and stamp = @stamp;

-- name: Find
select r.rotation_id as Id, r.code as Code, r.role_id as Role, r.definition as Definition, r.made_to as MadeTo, r.version as Version, r.ended_at as EndedAt
from rotation r
where r.code = @code;

-- name: All
select r.rotation_id as Id, r.code as Code, r.role_id as Role, r.definition as Definition, r.made_to as MadeTo, r.version as Version, r.ended_at as EndedAt
from rotation r
where r.ended_at is null
order by r.code;

-- name: OwnShifts
select s.shift_id
from roster_upload u
join shift s on s.upload_id = u.upload_id
where u.rotation_id = @rotation and s.superseded_by is null and s.end_at > @after;

-- name: Insert
insert into rotation (rotation_id, code, role_id, definition, made_to, version, ended_at, updated_at, updated_by)
values (@id, @code, @role, @definition, @madeTo, @version, @endedAt, @updatedAt, @updatedBy);

-- name: Update
update rotation
set role_id = @role, definition = @definition, made_to = @madeTo, version = @version, ended_at = @endedAt, updated_at = @updatedAt, updated_by = @updatedBy
where rotation_id = @id and version = @version - 1;
