-- name: TakeStamp
update roster_stamp set stamp = stamp + 1 where id = 1 and stamp = @stamp;

-- name: BumpStamp
update roster_stamp set stamp = stamp + 1 where id = 1;

-- name: Stamp
select stamp from roster_stamp where id = 1;

-- name: Insert
insert into roster_upload (upload_id, created_at, created_by, file_name, content_hash, time_zone, format, encoding, row_count, accepted, status, stamp,
    added, changed, removed, unchanged, problems, draft, published_at, reading, rotation_id)
values (@id, @createdAt, @createdBy, @fileName, @contentHash, @timeZone, @format, @encoding, @rows, @accepted, @status, @stamp,
    @added, @changed, @removed, @unchanged, @problems, @draft, @publishedAt, @reading, @rotation);

-- name: PublishPreview
update roster_upload
set status = 'Published', stamp = @stamp, added = @added, changed = @changed, removed = @removed, unchanged = @unchanged, draft = '', published_at = @publishedAt,
    problems = @problems, reading = @reading
where upload_id = @id and status = 'Preview';

-- name: InsertRange
insert into roster_upload_range (upload_id, role_id, start_at, end_at)
values (@upload, @role, @start, @end);

-- name: Supersede
update shift set superseded_by = @upload where superseded_by is null and shift_id in @shifts;

-- name: Find
select u.upload_id as Id, u.created_at as CreatedAt, u.created_by as CreatedBy, u.file_name as FileName, u.content_hash as ContentHash, u.time_zone as TimeZone,
    u.format as Format, u.encoding as Encoding, u.row_count as Rows, u.accepted as Accepted, u.status as Status,
    u.added as Added, u.changed as Changed, u.removed as Removed, u.unchanged as Unchanged, u.problems as Problems, u.draft as Draft, u.published_at as PublishedAt, u.reading as Reading
from roster_upload u
where u.upload_id = @id;

-- name: Roles
select r.role_id from roster_upload_range r where r.upload_id = @id;

-- name: RolesOfEach
select r.upload_id as Upload, r.role_id as Role from roster_upload_range r where r.upload_id in @ids;

-- name: PublishedStamp
select u.stamp from roster_upload u where u.upload_id = @id and u.status = 'Published';

-- name: CountLaterTouching
select count(*)
from roster_upload_range r
join roster_upload u on u.upload_id = r.upload_id
where u.status = 'Published' and u.stamp > @stamp and (
    exists (
        select 1 from roster_upload_range own
        where own.upload_id = @id and own.role_id = r.role_id and own.start_at < r.end_at and own.end_at > r.start_at)
    or exists (
        select 1 from shift added
        where added.upload_id = @id and added.role_id = r.role_id and added.start_at < r.end_at and added.end_at > r.start_at)
    or exists (
        select 1 from shift gone
        where gone.superseded_by = @id and gone.role_id = r.role_id and gone.start_at < r.end_at and gone.end_at > r.start_at));

-- name: AddedBy
select s.shift_id as Id, s.role_id as Role, s.person_id as Person, s.tier as Tier, s.start_at as StartAt, s.end_at as EndAt, s.label as Label
from shift s
where s.upload_id = @id and s.superseded_by is null;

-- name: ReplacedBy
select s.shift_id as Id, s.role_id as Role, s.person_id as Person, s.tier as Tier, s.start_at as StartAt, s.end_at as EndAt, s.label as Label
from shift s
where s.superseded_by = @id and s.upload_id <> @id;

-- name: Restore
update shift set superseded_by = null where superseded_by = @id and upload_id <> @id;

-- name: Withdraw
update shift set superseded_by = @id where upload_id = @id and superseded_by is null;

-- name: MarkRolledBack
update roster_upload set status = 'RolledBack' where upload_id = @id and status = 'Published';

-- name: PublishedOver
select r.role_id as Role, r.start_at as StartAt, r.end_at as EndAt, u.created_by as CreatedBy, u.file_name as FileName, u.published_at as PublishedAt
from roster_upload_range r
join roster_upload u on u.upload_id = r.upload_id
where r.role_id in @roles and r.start_at < @to and r.end_at > @from and u.status = 'Published' and u.published_at > @since;
