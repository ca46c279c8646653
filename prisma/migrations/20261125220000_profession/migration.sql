-- In which profession an answer of a station was written.
ALTER TABLE "enquiry_message" ADD COLUMN "authorRole" TEXT;
