-- name: Latest
select p.role_id as Role, p.callback as Callback, p.sent_at as SentAt
from page p
where p.sender_id = @person and p.sent_at >= @since
order by p.sent_at desc
limit @most;
