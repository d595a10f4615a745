-- name: Find
select p.roster_pull_id as Id, p.code as Code, p.org_unit_id as OrgUnit, p.definition as Definition, p.secret as Secret, p.version as Version, p.next_at as NextAt,
    p.tried_at as TriedAt, p.success_at as SuccessAt, p.outcome as Outcome, p.message as Message, p.upload_id as Upload, p.trouble_since as TroubleSince,
    p.seen as Seen, p.etag as ETag, p.last_modified as LastModified, p.content_hash as ContentHash, p.read_at as ReadAt,
    p.held_id as Held, p.held_hash as HeldHash, p.held_basis as HeldBasis, u.published_at as HeldPublishedAt
from roster_pull p
left join roster_upload u on u.upload_id = p.held_id and u.status = 'Published'
where p.code = @code;

-- name: All
select p.roster_pull_id as Id, p.code as Code, p.org_unit_id as OrgUnit, p.definition as Definition, p.version as Version, p.next_at as NextAt,
    p.tried_at as TriedAt, p.success_at as SuccessAt, p.outcome as Outcome, p.message as Message, p.upload_id as Upload, p.trouble_since as TroubleSince,
    p.held_id as Held, u.published_at as HeldPublishedAt
from roster_pull p
left join roster_upload u on u.upload_id = p.held_id and u.status = 'Published'
order by p.code;

-- name: States
select p.code as Code, p.outcome as Outcome, p.message as Message, p.trouble_since as TroubleSince, p.success_at as SuccessAt, p.updated_at as UpdatedAt,
    p.stale_after_hours as StaleAfterHours, u.published_at as HeldPublishedAt
from roster_pull p
left join roster_upload u on u.upload_id = p.held_id and u.status = 'Published'
where p.enabled = 1;

-- name: Due
select p.code
from roster_pull p
where p.enabled = 1 and p.next_at <= @now and (p.claimed_until is null or p.claimed_until <= @now)
order by p.next_at;

-- name: Insert
insert into roster_pull (roster_pull_id, code, org_unit_id, definition, secret, stale_after_hours, enabled, version, updated_at, updated_by, next_at)
values (@id, @code, @orgUnit, @definition, @secret, @staleAfterHours, @enabled, @version, @updatedAt, @updatedBy, @nextAt);

-- name: Update
update roster_pull
set org_unit_id = @orgUnit, definition = @definition, secret = @secret, stale_after_hours = @staleAfterHours, enabled = @enabled, version = @version,
    updated_at = @updatedAt, updated_by = @updatedBy, next_at = @nextAt, claim = null, claimed_until = null,
    seen = null, etag = null, last_modified = null, content_hash = null, read_at = null
where roster_pull_id = @id and version = @version - 1;

-- name: Delete
delete from roster_pull where roster_pull_id = @id;

-- name: Claim
update roster_pull
set claim = @claim, claimed_until = @until
where roster_pull_id = @id and (claimed_until is null or claimed_until <= @now);

-- name: ClaimDue
update roster_pull
set claim = @claim, claimed_until = @until
where roster_pull_id = @id and enabled = 1 and next_at <= @now and (claimed_until is null or claimed_until <= @now);

-- name: Taken
select case when u.upload_id is null then p.taken else coalesce(p.held_taken, p.taken) end
from roster_pull p
left join roster_upload u on u.upload_id = p.held_id and u.status = 'Published'
where p.roster_pull_id = @id;

-- name: Finish
update roster_pull
set claim = null, claimed_until = null, next_at = @nextAt, tried_at = @triedAt, success_at = @successAt, outcome = @outcome, message = @message,
    upload_id = @upload, trouble_since = @troubleSince, seen = @seen, etag = @etag, last_modified = @lastModified, content_hash = @contentHash, read_at = @readAt,
    held_id = @held, held_hash = @heldHash, held_basis = @heldBasis
where roster_pull_id = @id and claim = @claim and version = @version;

-- name: KeepHeld
update roster_pull set held_taken = @taken where roster_pull_id = @id;

-- name: KeepTaken
update roster_pull set taken = @taken where roster_pull_id = @id;
