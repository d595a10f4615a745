create index ix_cover_instead on cover (instead_id, end_at, start_at) where removed_at is null and instead_id is not null;
