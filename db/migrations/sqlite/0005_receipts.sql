-- Where the provider cannot call back, how a message stands is asked for: when next, and how often so far.
alter table notification add column poll_at integer null;
alter table notification add column polls integer not null default 0;

create index ix_notification_poll on notification (kind, changed_at) where state = 'Accepted';

-- Who told a provider to send nothing more. It belongs to the address and outlives changes of the person.
create table contact_opt_out (
    kind text not null check (kind in ('Sms', 'Voice')),
    address text not null,
    since integer not null,
    primary key (kind, address)
) strict;
