-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "entry" (
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "function" TEXT,
    "year" INTEGER,
    "state" TEXT,
    "unconfirmed" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "entry_link" (
    "fromSlug" TEXT NOT NULL,
    "toSlug" TEXT NOT NULL,

    CONSTRAINT "entry_link_pkey" PRIMARY KEY ("fromSlug","toSlug")
);

-- CreateTable
CREATE TABLE "entry_place" (
    "entrySlug" TEXT NOT NULL,
    "placeSlug" TEXT NOT NULL,

    CONSTRAINT "entry_place_pkey" PRIMARY KEY ("entrySlug","placeSlug")
);

-- CreateTable
CREATE TABLE "place" (
    "slug" TEXT NOT NULL,
    "code" TEXT,
    "type" TEXT NOT NULL,
    "parentSlug" TEXT,
    "position" INTEGER NOT NULL DEFAULT 0,
    "content" JSONB NOT NULL,

    CONSTRAINT "place_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "figure" (
    "key" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "content" JSONB NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "enquiry" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "receiptHash" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "topic" TEXT NOT NULL,
    "placeSlug" TEXT,
    "region" TEXT NOT NULL,
    "nationality" TEXT NOT NULL,
    "sealedContact" BYTEA,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "claimedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry_message" (
    "id" UUID NOT NULL,
    "enquiryId" UUID NOT NULL,
    "requestKey" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "authorId" UUID,
    "sealed" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enquiry_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "enquiry_event" (
    "id" UUID NOT NULL,
    "enquiryId" UUID NOT NULL,
    "verb" TEXT NOT NULL,
    "actorId" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "enquiry_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "nameLatin" TEXT,
    "locale" TEXT NOT NULL,
    "passwordHash" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "organisation" TEXT,
    "from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "until" TIMESTAMPTZ(3),

    CONSTRAINT "grant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisation" (
    "slug" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "names" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "organisation_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "session" (
    "tokenHash" TEXT NOT NULL,
    "personId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "mail" (
    "id" UUID NOT NULL,
    "dedupeKey" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "template" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "subject" TEXT,
    "text" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "mail_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "search_row" (
    "generation" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "function" TEXT,
    "places" TEXT[],
    "year" INTEGER,
    "state" TEXT,
    "weight" DOUBLE PRECISION NOT NULL,
    "document" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "tokens" tsvector NOT NULL,

    CONSTRAINT "search_row_pkey" PRIMARY KEY ("generation","key")
);

-- CreateTable
CREATE TABLE "search_generation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "current" INTEGER NOT NULL,

    CONSTRAINT "search_generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "locale" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "matter" TEXT NOT NULL,
    "analysis" TEXT NOT NULL,
    "measures" TEXT NOT NULL,
    "function" TEXT NOT NULL,
    "placeSlug" TEXT,
    "publishable" BOOLEAN NOT NULL,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "unitSlug" TEXT,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL,
    "assignedAt" TIMESTAMPTZ(3),
    "dueOn" DATE,
    "replyText" TEXT,
    "replyLocale" TEXT,
    "replyClass" TEXT,
    "repliedAt" TIMESTAMPTZ(3),
    "rating" TEXT,
    "publishedAt" TIMESTAMPTZ(3),
    "synthetic" BOOLEAN NOT NULL DEFAULT false,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "suggestion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion_event" (
    "id" UUID NOT NULL,
    "suggestionId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "verb" TEXT NOT NULL,
    "actorId" UUID,
    "actorRole" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "particulars" JSONB NOT NULL,
    "words" TEXT,

    CONSTRAINT "suggestion_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "suggestion_file" (
    "id" UUID NOT NULL,
    "suggestionId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "storageKey" TEXT NOT NULL,

    CONSTRAINT "suggestion_file_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "lead" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "requestKey" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "sealed" BYTEA NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'received',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handledAt" TIMESTAMPTZ(3),

    CONSTRAINT "lead_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "counter" (
    "series" TEXT NOT NULL,
    "value" INTEGER NOT NULL,

    CONSTRAINT "counter_pkey" PRIMARY KEY ("series")
);

-- CreateIndex
CREATE INDEX "entry_kind_position_idx" ON "entry"("kind", "position");

-- CreateIndex
CREATE INDEX "entry_link_toSlug_idx" ON "entry_link"("toSlug");

-- CreateIndex
CREATE INDEX "entry_place_placeSlug_idx" ON "entry_place"("placeSlug");

-- CreateIndex
CREATE UNIQUE INDEX "place_code_key" ON "place"("code");

-- CreateIndex
CREATE INDEX "place_parentSlug_position_idx" ON "place"("parentSlug", "position");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_reference_key" ON "enquiry"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_receiptHash_key" ON "enquiry"("receiptHash");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_requestKey_key" ON "enquiry"("requestKey");

-- CreateIndex
CREATE INDEX "enquiry_state_createdAt_idx" ON "enquiry"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "enquiry_message_requestKey_key" ON "enquiry_message"("requestKey");

-- CreateIndex
CREATE INDEX "enquiry_message_enquiryId_at_idx" ON "enquiry_message"("enquiryId", "at");

-- CreateIndex
CREATE INDEX "enquiry_event_enquiryId_at_idx" ON "enquiry_event"("enquiryId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "person_email_key" ON "person"("email");

-- CreateIndex
CREATE UNIQUE INDEX "grant_personId_role_organisation_key" ON "grant"("personId", "role", "organisation");

-- CreateIndex
CREATE INDEX "session_expiresAt_idx" ON "session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "mail_dedupeKey_key" ON "mail"("dedupeKey");

-- CreateIndex
CREATE INDEX "mail_createdAt_idx" ON "mail"("createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_reference_key" ON "suggestion"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_requestKey_key" ON "suggestion"("requestKey");

-- CreateIndex
CREATE INDEX "suggestion_authorId_submittedAt_idx" ON "suggestion"("authorId", "submittedAt");

-- CreateIndex
CREATE INDEX "suggestion_state_submittedAt_idx" ON "suggestion"("state", "submittedAt");

-- CreateIndex
CREATE INDEX "suggestion_unitSlug_state_idx" ON "suggestion"("unitSlug", "state");

-- CreateIndex
CREATE INDEX "suggestion_publishedAt_idx" ON "suggestion"("publishedAt");

-- CreateIndex
CREATE UNIQUE INDEX "suggestion_event_suggestionId_version_key" ON "suggestion_event"("suggestionId", "version");

-- CreateIndex
CREATE UNIQUE INDEX "lead_reference_key" ON "lead"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "lead_requestKey_key" ON "lead"("requestKey");

-- CreateIndex
CREATE INDEX "lead_state_createdAt_idx" ON "lead"("state", "createdAt");

-- AddForeignKey
ALTER TABLE "enquiry_message" ADD CONSTRAINT "enquiry_message_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "enquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enquiry_event" ADD CONSTRAINT "enquiry_event_enquiryId_fkey" FOREIGN KEY ("enquiryId") REFERENCES "enquiry"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "grant" ADD CONSTRAINT "grant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_personId_fkey" FOREIGN KEY ("personId") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion" ADD CONSTRAINT "suggestion_authorId_fkey" FOREIGN KEY ("authorId") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_event" ADD CONSTRAINT "suggestion_event_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "suggestion_file" ADD CONSTRAINT "suggestion_file_suggestionId_fkey" FOREIGN KEY ("suggestionId") REFERENCES "suggestion"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- Searches match tokens; Prisma's schema language cannot say this index.
CREATE INDEX "search_row_tokens_idx" ON "search_row" USING GIN ("tokens");
