-- Private calendar feeds. The token in a feed's address is kept as its hash only. Without a role a feed shows its holder's own shifts.
create table roster_feed (
    feed_id text not null primary key,
    token_hash text not null unique,
    holder_id text not null references person (person_id),
    role_id text null references role (role_id),
    created_at integer not null,
    version integer not null,
    content_hash text not null,
    changed_at integer not null
) strict;

create unique index ux_roster_feed_own on roster_feed (holder_id) where role_id is null;
create unique index ux_roster_feed_role on roster_feed (holder_id, role_id) where role_id is not null;

-- What a feed last said of each event, so that the sequence rises with every change. Kept a while after an event has left the feed.
create table feed_event (
    feed_id text not null references roster_feed (feed_id),
    uid text not null,
    content_hash text not null,
    sequence integer not null,
    changed_at integer not null,
    end_at integer not null,
    primary key (feed_id, uid)
) strict;
