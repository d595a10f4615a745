-- name: List
select top (@limit) s.swap_id as Id, s.give_role_id as GiveRole, s.give_tier as GiveTier, s.give_start_at as GiveStart, s.give_end_at as GiveEnd, s.giver_id as Giver, s.taker_id as Taker,
    s.take_role_id as TakeRole, s.take_tier as TakeTier, s.take_start_at as TakeStart, s.take_end_at as TakeEnd, coalesce(s.sealed_reason, s.reason) as Reason, s.state as State, s.version as Version,
    s.expires_at as ExpiresAt, s.asked_at as AskedAt, s.asked_by as AskedBy, s.changed_at as ChangedAt, s.changed_by as ChangedBy
from swap s
where (@state is null or s.state = cast(@state as varchar(20))) and (@person is null or s.giver_id = @person or s.taker_id = @person)
    and (@askedAt is null or s.asked_at < @askedAt or (s.asked_at = @askedAt and s.swap_id > @id))
order by s.asked_at desc, s.swap_id;
