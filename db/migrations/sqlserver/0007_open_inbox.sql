-- Whose inbox is open on which node. The node keeps it alive; when the node dies it ends by itself.
create table open_inbox (
    person_id uniqueidentifier not null constraint fk_open_inbox_person references person (person_id),
    node varchar(64) not null,
    open_until datetime2(3) not null,
    constraint pk_open_inbox primary key (person_id, node)
);

create index ix_open_inbox_node on open_inbox (node);
