-- name: EndFeeds
update roster_feed set version = version + 1 where holder_id = @person;

-- name: DeleteFeedEvents
delete from feed_event where feed_id in (select feed_id from roster_feed where holder_id = @person);

-- name: DeleteFeeds
delete from roster_feed where holder_id = @person;
