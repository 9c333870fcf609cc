import {
  Call16Regular,
  Mail16Regular,
  Note16Regular,
  People16Regular,
  PeopleChat16Regular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ActivityKind } from '../../../service/modules/activities/activity-kinds';

const icons: Record<ActivityKind, FluentIcon> = {
  call: Call16Regular,
  meeting: People16Regular,
  negotiation: PeopleChat16Regular,
  email: Mail16Regular,
  note: Note16Regular,
};

/** Always beside the word, so hidden from screen readers. */
export function KindIcon({ kind, className }: { kind: ActivityKind; className?: string }) {
  const Icon = icons[kind];
  return <Icon className={className} aria-hidden />;
}
