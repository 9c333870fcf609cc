import { useFromNow } from './use-now';
import { useMoments } from './use-moments';

/** A moment as people say it; the whole of it in the tooltip. */
export function When({ at, className }: { at: string; className?: string }) {
  const { moment, full } = useMoments();
  const text = useFromNow((now) => moment(at, now));
  return (
    <time dateTime={at} title={full(at)} className={className}>
      {text}
    </time>
  );
}
