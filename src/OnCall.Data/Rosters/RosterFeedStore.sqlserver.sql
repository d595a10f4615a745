-- name: InsertVersions
insert into feed_event (feed_id, uid, content_hash, sequence, changed_at, end_at)
select j.feed, j.uid, j.hash, j.sequence, j.changed, j.ends
from openjson(@rows) with (
    feed uniqueidentifier '$.feed',
    uid varchar(60) '$.uid',
    hash char(64) '$.hash',
    sequence int '$.sequence',
    changed datetime2(3) '$.changed',
    ends datetime2(3) '$.ends') j;
