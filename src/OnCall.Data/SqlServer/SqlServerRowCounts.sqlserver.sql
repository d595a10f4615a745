-- name: AreOff
select cast(case when @@options & 512 = 512 then 1 else 0 end as bit);
