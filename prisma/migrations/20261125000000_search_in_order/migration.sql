-- A document is given back as it came and never looked into: as json it is not taken apart and put together again.
ALTER TABLE "search_row" ALTER COLUMN "document" TYPE JSON USING "document"::text::json;

-- What matches nearly everything is read in the order it is shown, and what a filter leaves of everything likewise.
CREATE INDEX "search_row_order_idx" ON "search_row"("generation", "weight" DESC, "key" COLLATE "C");
CREATE INDEX "search_row_kind_idx" ON "search_row"("generation", "kind", "weight" DESC, "key" COLLATE "C");
CREATE INDEX "search_row_newest_idx" ON "search_row"("generation", "updatedAt" DESC, "weight" DESC, "key" COLLATE "C");
CREATE INDEX "search_row_year_idx" ON "search_row"("generation", "year");
CREATE INDEX "search_row_places_idx" ON "search_row" USING GIN ("places");

-- Guessing how many a word finds takes more than the hundred commonest words.
ALTER TABLE "search_row" ALTER COLUMN "tokens" SET STATISTICS 1000;
