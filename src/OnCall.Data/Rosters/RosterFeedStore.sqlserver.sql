-- name: InsertVersions
-- rows: feed uniqueidentifier, uid varchar(60), hash char(64), sequence int, changed datetime2(3), ends datetime2(3)
insert into feed_event (feed_id, uid, content_hash, sequence, changed_at, end_at)
select j.feed, j.uid, j.hash, j.sequence, j.changed, j.ends
from @rows j;
