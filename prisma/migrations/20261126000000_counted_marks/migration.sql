-- Marks by number: a search that counts thousands of rows reads a few characters of each instead of all its words.
CREATE TABLE "search_mark" (
    "id" SERIAL NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "search_mark_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "search_mark_mark_key" ON "search_mark"("mark");
INSERT INTO "search_mark" ("mark")
SELECT DISTINCT mark FROM "search_row", unnest("marks") AS mark WHERE mark NOT LIKE 'tier:%' ORDER BY mark;

-- The marks that are counted, five hexadecimal digits each.
ALTER TABLE "search_row" ADD COLUMN "facets" TEXT NOT NULL DEFAULT '';
UPDATE "search_row" SET "facets" = coalesce((
  SELECT string_agg(lpad(to_hex("search_mark"."id"), 5, '0'), '') FROM "search_mark" WHERE "search_mark"."mark" = ANY("marks")
), '');
