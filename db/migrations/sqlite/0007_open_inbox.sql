-- Whose inbox is open on which node. The node keeps it alive; when the node dies it ends by itself.
create table open_inbox (
    person_id text not null references person (person_id),
    node text not null,
    open_until integer not null,
    primary key (person_id, node)
) strict;

create index ix_open_inbox_node on open_inbox (node);
