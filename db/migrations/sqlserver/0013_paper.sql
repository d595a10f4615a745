-- When a node last put the paper roster into its folder.
alter table node_heartbeat add paper_at datetime2(3) null;
