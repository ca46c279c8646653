-- From then on nobody gets in by this account, and it holds no right.
ALTER TABLE "person" ADD COLUMN "disabledAt" TIMESTAMPTZ(3);
