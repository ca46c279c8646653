-- Organisations are kept by administrators: each below another or none, with a contact, until they are closed.
ALTER TABLE "organisation" ADD COLUMN "parent" TEXT;
ALTER TABLE "organisation" ADD COLUMN "email" TEXT;
ALTER TABLE "organisation" ADD COLUMN "phone" TEXT;
ALTER TABLE "organisation" ADD COLUMN "closedAt" TIMESTAMPTZ(3);
ALTER TABLE "organisation" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_parent_fkey" FOREIGN KEY ("parent") REFERENCES "organisation"("slug") ON DELETE SET NULL ON UPDATE CASCADE;
