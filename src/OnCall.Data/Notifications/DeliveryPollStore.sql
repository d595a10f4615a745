-- name: Take
update notification
set poll_at = @next, polls = @polls + 1
where notification_id = @id and polls = @polls and state = 'Accepted';
