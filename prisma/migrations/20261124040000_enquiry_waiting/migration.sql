-- Since when somebody of the station holds an enquiry, and since when the station owes an answer.
ALTER TABLE "enquiry" ADD COLUMN "claimedAt" TIMESTAMPTZ(3);
ALTER TABLE "enquiry" ADD COLUMN "owedSince" TIMESTAMPTZ(3);

UPDATE "enquiry" SET "owedSince" = COALESCE(
    (SELECT min(word."at") FROM "enquiry_event" word
      WHERE word."enquiryId" = "enquiry"."id" AND word."verb" = 'write' AND word."at" > (
        SELECT max(answer."at") FROM "enquiry_event" answer
         WHERE answer."enquiryId" = "enquiry"."id" AND answer."verb" = 'answer')),
    "createdAt")
 WHERE "state" IN ('received', 'claimed', 'waiting');

UPDATE "enquiry" SET "claimedAt" = COALESCE(
    (SELECT max(taken."at") FROM "enquiry_event" taken WHERE taken."enquiryId" = "enquiry"."id" AND taken."verb" = 'claim'),
    "createdAt")
 WHERE "claimedById" IS NOT NULL;

CREATE INDEX "enquiry_owedSince_idx" ON "enquiry"("owedSince");
