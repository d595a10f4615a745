-- name: All
select k.key_id as Id, k.public_key as PublicKey, k.private_key as PrivateKey, k.created_at as CreatedAt
from signing_key k
order by k.created_at desc, k.key_id;

-- name: Public
select k.public_key from signing_key k order by k.created_at desc, k.key_id;

-- name: Insert
insert into signing_key (key_id, public_key, private_key, created_at) values (@id, @publicKey, @privateKey, @createdAt);
