export const activityKinds = ['call', 'meeting', 'negotiation', 'email', 'note'] as const;
export type ActivityKind = (typeof activityKinds)[number];
/** A note is written, not planned. */
export const plannableKinds = ['call', 'meeting', 'negotiation', 'email'] as const;
