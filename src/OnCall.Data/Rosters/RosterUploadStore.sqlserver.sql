-- name: InsertShifts
-- rows: id uniqueidentifier, role uniqueidentifier, person uniqueidentifier, tier int, starts datetime2(3), ends datetime2(3), label nvarchar(100), upload uniqueidentifier, is_long bit
insert into shift (shift_id, role_id, person_id, tier, start_at, end_at, label, upload_id, is_long)
select j.id, j.role, j.person, j.tier, j.starts, j.ends, j.label, j.upload, j.is_long
from @rows j;

-- name: List
select top (@most) u.upload_id as Id, u.created_at as CreatedAt, u.created_by as CreatedBy, u.file_name as FileName, u.content_hash as ContentHash,
    u.time_zone as TimeZone, u.format as Format, u.encoding as Encoding, u.row_count as Rows, u.accepted as Accepted, u.status as Status,
    u.added as Added, u.changed as Changed, u.removed as Removed, u.unchanged as Unchanged, u.published_at as PublishedAt
from roster_upload u
order by u.created_at desc, u.upload_id desc;

-- name: ListBefore
select top (@most) u.upload_id as Id, u.created_at as CreatedAt, u.created_by as CreatedBy, u.file_name as FileName, u.content_hash as ContentHash,
    u.time_zone as TimeZone, u.format as Format, u.encoding as Encoding, u.row_count as Rows, u.accepted as Accepted, u.status as Status,
    u.added as Added, u.changed as Changed, u.removed as Removed, u.unchanged as Unchanged, u.published_at as PublishedAt
from roster_upload u
join roster_upload last on last.upload_id = @before
where u.created_at < last.created_at or (u.created_at = last.created_at and u.upload_id < last.upload_id)
order by u.created_at desc, u.upload_id desc;
