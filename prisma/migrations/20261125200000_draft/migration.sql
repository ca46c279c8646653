-- Drafts of entries, their history, and the entries that editors decide on.
CREATE TABLE "draft" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "draft_event" (
    "id" UUID NOT NULL,
    "draftId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "actorId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT,
    "words" TEXT,

    CONSTRAINT "draft_event_pkey" PRIMARY KEY ("id")
);
CREATE TABLE "held_entry" (
    "slug" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "held_entry_pkey" PRIMARY KEY ("slug")
);
CREATE UNIQUE INDEX "draft_reference_key" ON "draft"("reference");
CREATE UNIQUE INDEX "draft_requestKey_key" ON "draft"("requestKey");
CREATE INDEX "draft_state_updatedAt_idx" ON "draft"("state", "updatedAt");
CREATE INDEX "draft_slug_idx" ON "draft"("slug");
CREATE UNIQUE INDEX "draft_event_draftId_version_key" ON "draft_event"("draftId", "version");
ALTER TABLE "draft_event" ADD CONSTRAINT "draft_event_draftId_fkey" FOREIGN KEY ("draftId") REFERENCES "draft"("id") ON DELETE CASCADE ON UPDATE CASCADE;
