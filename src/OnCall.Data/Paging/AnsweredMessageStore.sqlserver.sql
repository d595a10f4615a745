-- name: Purge
delete top (@most) from answered_message where free_at <= @now;
