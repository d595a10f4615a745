-- One search for each of the two filtered indexes: with an OR between them SQL Server may use neither.
-- name: Claim
update notice_delivery with (readpast, rowlock, readcommittedlock)
set state = 'Claimed', attempt = attempt + 1, claimed_by = @node, claimed_until = @until, changed_at = @now
output inserted.notice_delivery_id
where notice_delivery_id in (
        select top (1) t.notice_delivery_id
        from (
            select p.notice_delivery_id, p.due_at
            from (
                select top (1) c.notice_delivery_id, c.due_at
                from notice_delivery c with (readpast, rowlock, readcommittedlock)
                where c.kind = cast(@kind as varchar(20)) and c.state = 'Pending' and c.due_at <= @now
                order by c.due_at) p
            union all
            select l.notice_delivery_id, l.due_at
            from (
                select top (1) x.notice_delivery_id, x.due_at
                from notice_delivery x with (readpast, rowlock, readcommittedlock)
                where x.kind = cast(@kind as varchar(20)) and x.state = 'Claimed' and x.claimed_until <= @now
                order by x.claimed_until) l) t
        order by t.due_at)
    and ((state = 'Pending' and due_at <= @now) or (state = 'Claimed' and claimed_until <= @now));
