-- Whoever asks what became of a write leaves a mark too: it must not be taken for the write's own.
alter table write_mark add is_asked bit not null constraint df_write_mark_is_asked default 0;
