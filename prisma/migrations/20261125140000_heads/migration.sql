-- The names of some roles are two words.
ALTER TABLE "journal_line" DROP CONSTRAINT "journal_line_codes";
ALTER TABLE "journal_line" ADD CONSTRAINT "journal_line_codes" CHECK (
    "actorRole" ~ '^[a-z_]{1,20}$' AND "verb" ~ '^[a-z_]{1,30}\.[a-z_]{1,30}$' AND "kind" ~ '^[a-z_]{1,30}$'
    AND "reference" ~ '^[A-Za-z0-9_.:-]{0,80}$' AND "network" ~ '^[0-9a-f.:]{1,45}$' AND "country" ~ '^[A-Z]{2}$'
    AND "particulars"::text ~ '^[A-Za-z0-9_.:,"{} -]+$' AND length("particulars"::text) <= 1000
);
