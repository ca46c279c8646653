-- The first entries of a place are read from an index alone, however many there are.
ALTER TABLE "entry_place" ADD COLUMN "position" INTEGER NOT NULL DEFAULT 0;
UPDATE "entry_place" SET "position" = "entry"."position" FROM "entry" WHERE "entry"."slug" = "entry_place"."entrySlug";
DROP INDEX "entry_place_placeSlug_idx";
CREATE INDEX "entry_place_placeSlug_position_entrySlug_idx" ON "entry_place"("placeSlug", "position", "entrySlug");
