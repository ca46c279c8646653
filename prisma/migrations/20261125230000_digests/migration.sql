-- The days of the last letters with news to a follower, to tell when they all come back.
ALTER TABLE "follower" ADD COLUMN "lettersOn" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];
