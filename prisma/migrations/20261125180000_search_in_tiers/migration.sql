-- The index is read tier by tier, best first: where each tier but the first begins.
CREATE TABLE "search_tier" (
    "tier" INTEGER NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "key" TEXT NOT NULL,

    CONSTRAINT "search_tier_pkey" PRIMARY KEY ("tier")
);

-- What a row is filtered by and the tier it stands in are marks, asked of the same index as its tokens. Until the index
-- is built anew all rows stand in the first tier: searches answer as ever meanwhile.
ALTER TABLE "search_row" RENAME TO "search_row_before";
ALTER TABLE "search_row_before" RENAME CONSTRAINT "search_row_pkey" TO "search_row_before_pkey";
CREATE TABLE "search_row" (
    "key" TEXT NOT NULL,
    "weight" DOUBLE PRECISION NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "marks" TEXT[],
    "tokens" tsvector NOT NULL,
    "document" JSON NOT NULL
) WITH (toast_tuple_target = 512);
ALTER TABLE "search_row" ALTER COLUMN "tokens" SET STATISTICS 0, ALTER COLUMN "document" SET STATISTICS 0;

INSERT INTO "search_row" ("key", "weight", "updatedAt", "marks", "tokens", "document")
SELECT "key", "weight", "updatedAt",
  array_remove(ARRAY['tier:0', 'kind:' || "kind", 'function:' || "function", 'year:' || "year", 'state:' || "state"], NULL)
    || ARRAY(SELECT 'place:' || place FROM unnest("places") AS place),
  "tokens", "document"
FROM "search_row_before" WHERE "generation" = (SELECT "current" FROM "search_generation")
ORDER BY "weight" DESC, "key" COLLATE "C";
DROP TABLE "search_row_before", "search_generation";

ALTER TABLE "search_row" ADD CONSTRAINT "search_row_pkey" PRIMARY KEY ("key");
CREATE INDEX "search_row_newest_idx" ON "search_row"("updatedAt" DESC, "weight" DESC, "key" COLLATE "C");
CREATE INDEX "search_row_tokens_idx" ON "search_row" USING GIN ("marks", "tokens") WITH (fastupdate = off);
