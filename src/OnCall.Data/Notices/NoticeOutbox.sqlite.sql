-- name: Claim
update notice_delivery
set state = 'Claimed', attempt = attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
where notice_delivery_id in (
        select c.notice_delivery_id
        from notice_delivery c
        where c.kind = @kind and ((c.state = 'Pending' and c.due_at <= @now) or (c.state = 'Claimed' and c.claimed_until <= @now))
        order by c.due_at
        limit 1)
    and ((state = 'Pending' and due_at <= @now) or (state = 'Claimed' and claimed_until <= @now))
returning notice_delivery_id;
