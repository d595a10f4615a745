-- name: Claim
update d
set state = 'Claimed', attempt = d.attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
output inserted.notice_delivery_id
from notice_delivery d with (readpast, updlock, rowlock)
where d.notice_delivery_id in (
        select top (1) c.notice_delivery_id
        from notice_delivery c with (readpast, updlock, rowlock)
        where c.kind = cast(@kind as varchar(20)) and ((c.state = 'Pending' and c.due_at <= @now) or (c.state = 'Claimed' and c.claimed_until <= @now))
        order by c.due_at)
    and ((d.state = 'Pending' and d.due_at <= @now) or (d.state = 'Claimed' and d.claimed_until <= @now));
