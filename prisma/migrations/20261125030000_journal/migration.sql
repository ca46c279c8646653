-- The journal: what was done, by whom, to what; added to only, each line bound to the one before it by a hash.
-- Lines are written into journal_line. When their transaction ends, a deferred trigger numbers them, binds them and
-- moves them into journal: so writers wait for each other only while they commit, and numbers have no gaps.
CREATE TABLE "journal" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" UUID,
    "actorRole" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "network" TEXT,
    "country" TEXT,
    "particulars" JSONB NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("seq")
);
CREATE INDEX "journal_at_idx" ON "journal"("at");
CREATE INDEX "journal_actorId_seq_idx" ON "journal"("actorId", "seq");
CREATE INDEX "journal_verb_seq_idx" ON "journal"("verb", "seq");
CREATE INDEX "journal_reference_seq_idx" ON "journal"("reference", "seq");

CREATE TABLE "journal_line" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "actorId" UUID,
    "actorRole" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "network" TEXT,
    "country" TEXT,
    "particulars" JSONB NOT NULL,

    CONSTRAINT "journal_line_pkey" PRIMARY KEY ("id"),
    -- Codes, never what a person wrote.
    CONSTRAINT "journal_line_codes" CHECK (
        "actorRole" ~ '^[a-z]{1,20}$' AND "verb" ~ '^[a-z_]{1,30}\.[a-z_]{1,30}$' AND "kind" ~ '^[a-z_]{1,30}$'
        AND "reference" ~ '^[A-Za-z0-9_.:-]{0,80}$' AND "network" ~ '^[0-9a-f.:]{1,45}$' AND "country" ~ '^[A-Z]{2}$'
        AND "particulars"::text ~ '^[A-Za-z0-9_.:,"{} -]+$' AND length("particulars"::text) <= 1000
    )
);

-- The bytes of a line that its hash is taken of: each field as its length in bytes and itself, nothing as a dash.
CREATE FUNCTION "journal_field"("value" TEXT) RETURNS TEXT LANGUAGE sql IMMUTABLE
    RETURN coalesce(octet_length("value")::text || ':' || "value", '-');

CREATE FUNCTION "journal_chain"() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    last_seq BIGINT;
    last_hash BYTEA;
    stamp TIMESTAMPTZ(3);
    fields TEXT;
BEGIN
    DELETE FROM journal_line WHERE id = NEW.id;
    PERFORM pg_advisory_xact_lock(72707370);
    SELECT seq, hash INTO last_seq, last_hash FROM journal ORDER BY seq DESC LIMIT 1;
    last_seq := coalesce(last_seq, 0) + 1;
    stamp := clock_timestamp();
    fields := journal_field(last_seq::text)
        || journal_field(round(extract(epoch FROM stamp) * 1000)::bigint::text)
        || journal_field(NEW."actorId"::text) || journal_field(NEW."actorRole") || journal_field(NEW.verb)
        || journal_field(NEW.kind) || journal_field(NEW.reference) || journal_field(NEW.network)
        || journal_field(NEW.country) || journal_field(NEW.particulars::text);
    INSERT INTO journal VALUES (
        last_seq, stamp, NEW."actorId", NEW."actorRole", NEW.verb, NEW.kind, NEW.reference, NEW.network, NEW.country,
        NEW.particulars, sha256(coalesce(last_hash, ''::bytea) || convert_to(fields, 'UTF8'))
    );
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER "journal_line_chain" AFTER INSERT ON "journal_line"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION "journal_chain"();

CREATE FUNCTION "journal_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The journal is added to through journal_line and never changed.' USING ERRCODE = 'insufficient_privilege';
END $$;

CREATE TRIGGER "journal_never_changed" BEFORE UPDATE OR DELETE OR TRUNCATE ON "journal"
    FOR EACH STATEMENT EXECUTE FUNCTION "journal_refuse"();
CREATE TRIGGER "journal_through_the_chain" BEFORE INSERT ON "journal"
    FOR EACH STATEMENT WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION "journal_refuse"();
