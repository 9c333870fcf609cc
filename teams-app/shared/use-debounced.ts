import { useEffect, useState } from 'react';

/** The value as it was when it last stood still for `ms`: a search asks when typing pauses, not on every letter. */
export function useDebounced<T>(value: T, ms = 180): T {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
}
