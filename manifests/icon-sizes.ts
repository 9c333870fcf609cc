/**
 * What Outlook asks for, pixels: 16, 32, 80 for the ribbon, 64 and 128 for the list of add-ins, and on telephones 25,
 * 32 and 48 points at one, two and three pixels a point. Served at /outlook-addin/icons/icon-<size>.png.
 */
export const mobileSizes = [25, 32, 48] as const;
export const iconSizes: readonly number[] = [
  ...new Set([16, 32, 64, 80, 128, ...mobileSizes.flatMap((size) => [size, size * 2, size * 3])]),
].sort((one, other) => one - other);
