-- Private calendar feeds. The token in a feed's address is kept as its hash only. Without a role a feed shows its holder's own shifts.
create table roster_feed (
    feed_id uniqueidentifier not null constraint pk_roster_feed primary key,
    token_hash char(64) not null constraint ux_roster_feed_token unique,
    holder_id uniqueidentifier not null constraint fk_roster_feed_holder references person (person_id),
    role_id uniqueidentifier null constraint fk_roster_feed_role references role (role_id),
    created_at datetime2(3) not null,
    version int not null,
    content_hash varchar(64) not null,
    changed_at datetime2(3) not null
);

create unique index ux_roster_feed_own on roster_feed (holder_id) where role_id is null;
create unique index ux_roster_feed_role on roster_feed (holder_id, role_id) where role_id is not null;

-- What a feed last said of each event, so that the sequence rises with every change. Kept a while after an event has left the feed.
create table feed_event (
    feed_id uniqueidentifier not null constraint fk_feed_event_feed references roster_feed (feed_id),
    uid varchar(60) not null,
    content_hash char(64) not null,
    sequence int not null,
    changed_at datetime2(3) not null,
    end_at datetime2(3) not null,
    constraint pk_feed_event primary key (feed_id, uid)
);
