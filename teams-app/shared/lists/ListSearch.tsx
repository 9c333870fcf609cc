import { SearchBox } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useShortcuts } from '../keys/use-shortcuts';

const pauseMs = 250;

interface ListSearchProps {
  label: string;
  placeholder: string;
  /** What the list is asked for now. */
  asked: string;
  onSearch: (text: string) => void;
  className?: string;
}

/** A list's own search: asks when typing pauses, follows a saved view or a reset; the key `/` comes to it. */
export function ListSearch({ label, placeholder, asked, onSearch, className }: ListSearchProps) {
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const search = useRef(onSearch);
  const [state, setState] = useState({ text: asked, asked, sent: asked });
  // What was asked changed, and not by what is typed here.
  if (state.asked !== asked) setState({ ...state, asked, text: asked === state.sent ? state.text : asked });
  useEffect(() => {
    search.current = onSearch;
  });
  useEffect(() => () => clearTimeout(timer.current), []);
  useShortcuts({ '/': () => input.current?.focus() });

  const type = (text: string) => {
    setState((before) => ({ ...before, text }));
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setState((before) => ({ ...before, sent: text.trim() }));
      search.current(text.trim());
    }, pauseMs);
  };
  return (
    <SearchBox
      ref={input}
      className={className}
      aria-label={label}
      placeholder={placeholder}
      value={state.text}
      onChange={(_, { value }) => type(value)}
      onKeyDown={(event) => event.key === 'Escape' && input.current?.blur()}
    />
  );
}
