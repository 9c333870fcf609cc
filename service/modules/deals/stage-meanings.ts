/** What a stage means, whatever the administrator calls it: the board colours by it, the figures count by it. */
export const stageMeanings = ['open', 'stalled', 'won', 'lost'] as const;
export type StageMeaning = (typeof stageMeanings)[number];

/** How far the goods are; five, as the requirement names their number. */
export const deliveryStatuses = ['none', 'ordered', 'ready', 'shipped', 'delivered'] as const;
export type DeliveryStatus = (typeof deliveryStatuses)[number];
