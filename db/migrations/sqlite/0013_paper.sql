-- When a node last put the paper roster into its folder.
alter table node_heartbeat add column paper_at integer null;
