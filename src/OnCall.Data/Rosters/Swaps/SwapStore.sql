-- Holds the row of the stamp until the end of the transaction, so that nothing changes the roster in between.
-- name: HoldStamp
update roster_stamp set stamp = stamp where id = 1 and stamp = @stamp;

-- name: TakeStamp
update roster_stamp set stamp = stamp + 1 where id = 1 and stamp = @stamp;

-- name: Find
select s.swap_id as Id, s.give_role_id as GiveRole, s.give_tier as GiveTier, s.give_start_at as GiveStart, s.give_end_at as GiveEnd, s.giver_id as Giver, s.taker_id as Taker,
    s.take_role_id as TakeRole, s.take_tier as TakeTier, s.take_start_at as TakeStart, s.take_end_at as TakeEnd, coalesce(s.sealed_reason, s.reason) as Reason, s.state as State, s.version as Version,
    s.expires_at as ExpiresAt, s.asked_at as AskedAt, s.asked_by as AskedBy, s.changed_at as ChangedAt, s.changed_by as ChangedBy
from swap s
where s.swap_id = @id;

-- name: Due
select s.swap_id as Id, s.give_role_id as GiveRole, s.give_tier as GiveTier, s.give_start_at as GiveStart, s.give_end_at as GiveEnd, s.giver_id as Giver, s.taker_id as Taker,
    s.take_role_id as TakeRole, s.take_tier as TakeTier, s.take_start_at as TakeStart, s.take_end_at as TakeEnd, coalesce(s.sealed_reason, s.reason) as Reason, s.state as State, s.version as Version,
    s.expires_at as ExpiresAt, s.asked_at as AskedAt, s.asked_by as AskedBy, s.changed_at as ChangedAt, s.changed_by as ChangedBy
from swap s
where s.closed_at is null and (s.expires_at <= @now or s.seen_stamp <> @stamp)
order by s.expires_at;

-- name: Covers
select c.swap_id as Swap, c.cover_id as Cover
from cover c
where c.swap_id in @ids and c.removed_at is null
order by c.start_at, c.cover_id;

-- name: Overlapping
select count(*)
from swap s
where s.closed_at is null and (
    (s.give_role_id = @role and s.giver_id = @giver and s.give_start_at < @end and s.give_end_at > @start)
    or (s.take_role_id = @role and s.taker_id = @giver and s.take_start_at < @end and s.take_end_at > @start));

-- name: Insert
insert into swap (swap_id, give_role_id, give_tier, give_start_at, give_end_at, giver_id, taker_id, take_role_id, take_tier, take_start_at, take_end_at,
    reason, sealed_reason, state, version, expires_at, seen_stamp, asked_at, asked_by, changed_at, changed_by, closed_at)
values (@id, @giveRole, @giveTier, @giveStart, @giveEnd, @giver, @taker, @takeRole, @takeTier, @takeStart, @takeEnd,
    '', @reason, @state, @version, @expiresAt, @stamp, @now, @by, @now, @by, null);

-- name: Move
update swap
set state = @state, version = version + 1, changed_at = @at, changed_by = @by, closed_at = @closedAt
where swap_id = @id and version = @version and closed_at is null;

-- name: Seen
update swap set seen_stamp = @stamp where swap_id = @id and closed_at is null;
