-- Made-up records are marked, so that they can be recognised and removed.
ALTER TABLE "entry" ADD COLUMN "synthetic" BOOLEAN NOT NULL DEFAULT false;
ALTER TABLE "person" ADD COLUMN "synthetic" BOOLEAN NOT NULL DEFAULT false;

-- Lists count a kind by function, year and state: from this index alone, without reading the texts.
CREATE INDEX "entry_kind_function_year_state_idx" ON "entry"("kind", "function", "year", "state");

-- The public list of suggestions: newest first, and among those of one moment by reference.
DROP INDEX "suggestion_publishedAt_idx";
CREATE INDEX "suggestion_publishedAt_reference_idx" ON "suggestion"("publishedAt" DESC, "reference");
