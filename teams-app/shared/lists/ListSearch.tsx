import { SearchBox } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { useShortcuts } from '../keys/use-shortcuts';

const pauseMs = 250;

interface ListSearchProps {
  value: string | undefined;
  /** Called when typing pauses. */
  onSearch: (text: string | null) => void;
  placeholder: string;
  'aria-label': string;
  className?: string;
}

/** The search within a list; `/` comes here from anywhere on the page. */
export function ListSearch({ value = '', onSearch, ...props }: ListSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // While it is being typed in, the field is ahead of the list; otherwise it shows what the list is filtered by.
  const [typed, setTyped] = useState<string | null>(null);
  useShortcuts({ '/': () => input.current?.focus() });
  const ask = (text: string) => {
    clearTimeout(timer.current);
    if (text.trim() !== value) onSearch(text.trim() || null);
  };
  return (
    <SearchBox
      ref={input}
      {...props}
      value={typed ?? value}
      onChange={(_, data) => {
        setTyped(data.value);
        clearTimeout(timer.current);
        timer.current = setTimeout(() => ask(data.value), pauseMs);
      }}
      onBlur={() => {
        if (typed !== null) ask(typed);
        setTyped(null);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') ask(typed ?? value);
        if (event.key === 'Escape') input.current?.blur();
      }}
    />
  );
}
