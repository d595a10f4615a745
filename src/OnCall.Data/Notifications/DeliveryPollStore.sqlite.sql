-- name: Due
select n.notification_id as Id, n.kind as Kind, n.provider_id as ProviderId, n.attempt as Attempt, n.polls as Polls
from notification n
where n.kind in @kinds and n.state = 'Accepted' and n.changed_at > @acceptedAfter and n.changed_at <= @acceptedBefore and n.provider_id is not null
    and (n.poll_at is null or n.poll_at <= @now)
order by n.urgency desc, n.changed_at
limit @most;

-- name: Take
update notification
set poll_at = @next, polls = @polls + 1
where notification_id = @id and polls = @polls and state = 'Accepted';
