-- When a letter came back from whoever it was written to, and the code that says why (RFC 3463).
ALTER TABLE "mail" ADD COLUMN "returnedAt" TIMESTAMPTZ(3), ADD COLUMN "returnCode" TEXT;
