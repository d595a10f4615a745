-- The roles that a person marked, to find them again.
create table favourite_role (
    person_id uniqueidentifier not null constraint fk_favourite_role_person references person (person_id),
    role_id uniqueidentifier not null constraint fk_favourite_role_role references role (role_id),
    marked_at datetime2(3) not null,
    constraint pk_favourite_role primary key (person_id, role_id)
);

-- What a sender paged lately.
create index ix_page_sender on page (sender_id, sent_at) where sender_id is not null;
