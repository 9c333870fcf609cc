import { useRef, useState, type TouchEvent } from 'react';

/** So far must a finger go for the row to act. */
const threshold = 72;
const farthest = 120;

/** A sideways swipe of a row. The same is always there as a button: this is only the quicker way. */
export function useSwipe({ onRight, onLeft }: { onRight?: () => void; onLeft?: () => void }) {
  const start = useRef<{ x: number; y: number } | null>(null);
  const [shift, setShift] = useState(0);
  const stop = () => {
    start.current = null;
    setShift(0);
  };
  return {
    shift,
    handlers: {
      onTouchStart: ({ touches }: TouchEvent) => {
        const touch = touches[0];
        if (touch && touches.length === 1) start.current = { x: touch.clientX, y: touch.clientY };
      },
      onTouchMove: ({ touches }: TouchEvent) => {
        const touch = touches[0];
        if (!touch || !start.current) return;
        const dx = touch.clientX - start.current.x;
        const dy = touch.clientY - start.current.y;
        // A finger that goes down scrolls.
        if (Math.abs(dy) > Math.abs(dx)) return setShift(0);
        if ((dx > 0 && !onRight) || (dx < 0 && !onLeft)) return;
        setShift(Math.max(-farthest, Math.min(farthest, dx)));
      },
      onTouchEnd: () => {
        if (shift >= threshold) onRight?.();
        if (shift <= -threshold) onLeft?.();
        stop();
      },
      onTouchCancel: stop,
    },
  };
}
