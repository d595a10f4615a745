-- The roles that a person marked, to find them again.
create table favourite_role (
    person_id text not null references person (person_id),
    role_id text not null references role (role_id),
    marked_at integer not null,
    primary key (person_id, role_id)
) strict, without rowid;

-- What a sender paged lately.
create index ix_page_sender on page (sender_id, sent_at) where sender_id is not null;
