-- name: InsertVersions
-- rows: feed_event_row
insert into feed_event (feed_id, uid, content_hash, sequence, changed_at, end_at)
select j.feed, j.uid, j.hash, j.sequence, j.changed, j.ends
from @rows j;
