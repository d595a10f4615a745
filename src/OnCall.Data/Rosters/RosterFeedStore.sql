-- name: RenewOwn
update roster_feed set token_hash = @hash, created_at = @createdAt where holder_id = @holder and role_id is null;

-- name: RenewOfRole
update roster_feed set token_hash = @hash, created_at = @createdAt where holder_id = @holder and role_id = @role;

-- name: Insert
insert into roster_feed (feed_id, token_hash, holder_id, role_id, created_at, version, content_hash, changed_at)
values (@id, @hash, @holder, @role, @createdAt, 0, '', @createdAt);

-- name: EndOwn
update roster_feed set version = version + 1 where holder_id = @holder and role_id is null;

-- name: EndOfRole
update roster_feed set version = version + 1 where holder_id = @holder and role_id = @role;

-- name: OwnFeed
select feed_id from roster_feed where holder_id = @holder and role_id is null;

-- name: FeedOfRole
select feed_id from roster_feed where holder_id = @holder and role_id = @role;

-- name: DeleteEvents
delete from feed_event where feed_id = @feed;

-- name: Delete
delete from roster_feed where feed_id = @feed;

-- name: Find
select f.feed_id as Id, f.role_id as Role, f.version as Version, f.content_hash as ContentHash, f.changed_at as ChangedAt,
    p.person_id as Person, p.employee_no as EmployeeNo, p.name as Name
from roster_feed f
join person p on p.person_id = f.holder_id
where f.token_hash = cast(@hash as char(64)) and p.active = 1;

-- name: RolesOf
select s.role_id from shift s where s.person_id = @person and s.superseded_by is null and s.end_at > @from and s.start_at < @to
union
select c.role_id from cover c where c.person_id = @person and c.removed_at is null and c.end_at > @from and c.start_at < @to;

-- name: Versions
select e.uid as Uid, e.content_hash as ContentHash, e.sequence as Sequence, e.changed_at as ChangedAt, e.end_at as EndAt
from feed_event e
where e.feed_id = @feed;

-- name: Change
update roster_feed set version = version + 1, content_hash = @contentHash, changed_at = @changedAt where feed_id = @feed and version = @version;

-- name: Forget
delete from feed_event where feed_id = @feed and end_at < @before;

-- name: DeleteVersions
delete from feed_event where feed_id = @feed and uid in @uids;
