/**
 * The only script of the portal: it adds comfort to pages that already work without it. Each part finds its elements by
 * a `data-` attribute and leaves all others alone.
 */
import { keepDrafts } from "./draft";
import { followProgress } from "./follow-progress";
import { leaveNoTrace } from "./leave-no-trace";
import { tellLocalTime } from "./local-time";
import { offerNames } from "./offer-names";
import { offerPrint } from "./print-page";
import { proposeOwnZone } from "./own-zone";
import { sendOnce } from "./send-once";

keepDrafts();
leaveNoTrace();
sendOnce();
tellLocalTime();
offerNames();
offerPrint();
proposeOwnZone();
followProgress();
if (document.querySelector("[data-passkey]")) void import("./passkey").then(({ offerPasskeys }) => offerPasskeys());
