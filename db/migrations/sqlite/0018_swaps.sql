-- Whether swaps of a unit's roles want a scheduler's approval; null inherits from above.
alter table org_unit add column swap_approval text null check (swap_approval in ('None', 'Scheduler'));

-- Two colleagues trading shifts. Its covers are written when it comes in force. Open ones have no closed_at.
create table swap (
    swap_id text not null primary key,
    give_role_id text not null references role (role_id),
    give_tier integer not null check (give_tier between 1 and 3),
    give_start_at integer not null,
    give_end_at integer not null,
    giver_id text not null references person (person_id),
    taker_id text not null references person (person_id),
    take_role_id text null references role (role_id),
    take_tier integer null check (take_tier between 1 and 3),
    take_start_at integer null,
    take_end_at integer null,
    reason text not null,
    state text not null check (state in ('Asked', 'Accepted', 'InForce', 'Declined', 'Withdrawn', 'Refused', 'Expired', 'Void')),
    version integer not null,
    expires_at integer not null,
    seen_stamp integer not null,
    asked_at integer not null,
    asked_by text not null,
    changed_at integer not null,
    changed_by text not null,
    closed_at integer null,
    check (give_end_at > give_start_at)
) strict;

create index ix_swap_open on swap (expires_at) where closed_at is null;
create index ix_swap_giver on swap (giver_id, asked_at);
create index ix_swap_taker on swap (taker_id, asked_at);
create index ix_swap_asked on swap (asked_at);

alter table cover add column swap_id text null references swap (swap_id);
create index ix_cover_swap on cover (swap_id) where swap_id is not null;
