/** What people are told of, and by which ways unless they choose otherwise. */
export const channels = ['tab', 'teams', 'email', 'push'] as const;
export type Channel = (typeof channels)[number];

export const noticeKinds = [
  'reminder',
  'digest',
  'birthday',
  'shortfall',
  'headsWeek',
  'assigned',
  'colleague',
  'calendar',
  'deal',
  'dealStage',
  'dealDelivery',
  'dealComment',
  'report',
] as const;
export type NoticeKind = (typeof noticeKinds)[number];

export const usualChannels: Record<NoticeKind, readonly Channel[]> = {
  reminder: ['tab', 'teams', 'push'],
  digest: ['teams'],
  birthday: ['tab'],
  shortfall: ['tab', 'teams'],
  headsWeek: ['teams'],
  assigned: ['tab', 'teams'],
  colleague: ['tab'],
  calendar: ['tab', 'teams'],
  deal: ['tab', 'teams'],
  dealStage: ['tab'],
  dealDelivery: ['tab'],
  dealComment: ['tab'],
  report: ['tab', 'email'],
};

/** Somebody chose that very moment himself: it rings in quiet hours, too. */
export const ringsAnyway: ReadonlySet<NoticeKind> = new Set(['reminder']);
