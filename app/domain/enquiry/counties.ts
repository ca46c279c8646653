/** The seven counties and districts of Jiangmen, in their official order, as they stand in the list of places. */
export const countySlugs = ["pengjiang", "jianghai", "xinhui", "taishan", "kaiping", "enping", "heshan"] as const;
