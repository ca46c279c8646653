-- A role that is given again after it was over is a row of its own; the same role is never held twice at once.
-- What was taken back before it began has an end before its beginning, and takes up no time.
CREATE EXTENSION IF NOT EXISTS btree_gist;

DROP INDEX "grant_personId_role_organisation_key";
CREATE INDEX "grant_personId_role_organisation_idx" ON "grant"("personId", "role", "organisation");

-- Roles without an organisation could stand twice: of those that meet, the one given first stands.
DELETE FROM "grant" AS later USING "grant" AS earlier
WHERE later."personId" = earlier."personId" AND later.role = earlier.role
  AND later.organisation IS NOT DISTINCT FROM earlier.organisation
  AND (later."from", later.id) > (earlier."from", earlier.id)
  AND later."from" < coalesce(earlier.until, 'infinity')
  AND (later.until IS NULL OR later.until > later."from");

ALTER TABLE "grant" ADD CONSTRAINT "grant_once_at_a_time" EXCLUDE USING gist (
  "personId" WITH =,
  role WITH =,
  (coalesce(organisation, '')) WITH =,
  (tstzrange("from", CASE WHEN until IS NULL THEN NULL ELSE greatest("from", until) END)) WITH &&
);
