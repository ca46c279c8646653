/** How a role stands at a moment: held, not yet begun, or over. */
export const holdingStates = ["valid", "ahead", "over"] as const;
export type HoldingState = (typeof holdingStates)[number];
