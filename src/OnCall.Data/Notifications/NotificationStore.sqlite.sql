-- name: ClaimDue
update notification
set purpose = case when state = 'Claimed' and purpose = 'Page' then 'Repeat' else purpose end,
    state = 'Claimed', attempt = attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
where notification_id in (
        select c.notification_id
        from notification c
        where c.kind = @kind and c.urgency >= @atLeast
            and ((c.state = 'Pending' and c.due_at <= @now) or (c.state = 'Claimed' and c.claimed_until <= @now))
        order by c.urgency desc, c.due_at
        limit @most)
    and ((state = 'Pending' and due_at <= @now) or (state = 'Claimed' and claimed_until <= @now))
returning notification_id;
