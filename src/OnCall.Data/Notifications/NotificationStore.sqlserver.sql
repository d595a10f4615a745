-- name: ClaimDue
update n
set purpose = case when n.state = 'Claimed' and n.purpose = 'Page' then 'Repeat' else n.purpose end,
    state = 'Claimed', attempt = n.attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
output inserted.notification_id
from notification n with (readpast, updlock, rowlock)
where n.notification_id in (
        select top (@most) c.notification_id
        from notification c with (readpast, updlock, rowlock)
        where c.kind = @kind and c.urgency >= @atLeast
            and ((c.state = 'Pending' and c.due_at <= @now) or (c.state = 'Claimed' and c.claimed_until <= @now))
        order by c.urgency desc, c.due_at)
    and ((n.state = 'Pending' and n.due_at <= @now) or (n.state = 'Claimed' and n.claimed_until <= @now));
