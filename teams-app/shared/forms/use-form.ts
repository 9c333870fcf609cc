import { useState } from 'react';
import { isApiError } from '../api-error';
import { useErrorText } from '../error-text';

/** What a field component takes: `<TextField {...form.field('name')} />`. */
export interface FieldBinding<T> {
  name: string;
  label: string;
  value: T;
  onChange: (value: T) => void;
  fault: string | undefined;
}

interface Versioned {
  version: number;
}

export interface FormOptions<V extends object, R extends Versioned> {
  /** The record being changed; null makes a new one. */
  record: R | null;
  /** A record's values as the form holds them; of null, those of a new one. */
  read: (record: R | null) => V;
  labels: Record<keyof V & string, string>;
  /** Faults found before anything is sent: field → words. */
  check?: (values: V) => Partial<Record<keyof V & string, string>>;
  /** Sends it. `changed` holds what differs from the record, for a PATCH. Refusals are shown by the form. */
  submit: (values: V, changed: Partial<V>, version: number) => Promise<unknown>;
  onDone: () => void;
}

/** The same field, changed by me and meanwhile by somebody else. */
export interface Clash<V> {
  name: keyof V & string;
  mine: V[keyof V];
  theirs: V[keyof V];
}

export type Form<V extends object> = ReturnType<typeof useForm<V, Versioned>>;

/** Values, faults, sending, and what to do when the record was changed by somebody else first. */
export function useForm<V extends object, R extends Versioned>(options: FormOptions<V, R>) {
  const { labels, read, submit, check, onDone } = options;
  const errorText = useErrorText();
  const [record, setRecord] = useState(options.record);
  const [values, setValues] = useState(() => read(options.record));
  const [faults, setFaults] = useState<Partial<Record<string, string>>>({});
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [refusals, setRefusals] = useState(0);
  const [clashes, setClashes] = useState<Clash<V>[] | null>(null);

  const changed = differing(read(record), values);
  const dirty = Object.keys(changed).length > 0;

  const set = (some: Partial<V>) => {
    setValues((before) => ({ ...before, ...some }));
    setFaults((before) => Object.fromEntries(Object.entries(before).filter(([name]) => !(rootOf(name) in some))));
  };

  const send = async (sent: V, base: R | null): Promise<void> => {
    setBusy(true);
    setFailure(null);
    try {
      await submit(sent, differing(read(base), sent), base?.version ?? 0);
      onDone();
    } catch (error) {
      setRefusals((count) => count + 1);
      if (isApiError(error) && error.isConflict && base) return await meet(sent, base, error.current as R);
      if (isApiError(error) && error.hasFields) setFaults({ ...error.fields });
      if (!isApiError(error) || !error.hasFields || !isShown(error.fields, labels)) setFailure(errorText(error));
    } finally {
      setBusy(false);
    }
  };

  /** Somebody was first. What he did not touch goes on by itself; the rest is asked for, field by field. */
  const meet = async (sent: V, base: R, current: R): Promise<void> => {
    const mine = differing(read(base), sent);
    const theirs = read(current);
    const theirChanges = differing(read(base), theirs);
    const both = (Object.keys(mine) as (keyof V & string)[]).filter(
      (name) => name in theirChanges && !same(sent[name], theirs[name]),
    );
    const merged = { ...theirs, ...mine };
    setRecord(current);
    setValues(merged);
    if (both.length === 0) return send(merged, current);
    setClashes(both.map((name) => ({ name, mine: sent[name], theirs: theirs[name] })));
  };

  return {
    values,
    labels,
    dirty,
    busy,
    failure,
    /** How many attempts to save came to nothing: whoever draws the form leads to the first fault. */
    refusals,
    clashes,
    isNew: record === null,
    set,
    field<K extends keyof V & string>(name: K): FieldBinding<V[K]> {
      return {
        name,
        label: labels[name],
        value: values[name],
        fault: Object.entries(faults).find(([path]) => rootOf(path) === name)?.[1],
        onChange: (value) => set({ [name]: value } as unknown as Partial<V>),
      };
    },
    submit: async () => {
      const found = check?.(values) ?? {};
      setFaults(found);
      if (Object.values(found).some(Boolean)) return setRefusals((count) => count + 1);
      if (record && !dirty) return onDone();
      await send(values, record);
    },
    /** The answer to a conflict: the values that were chosen. */
    resolve: async (chosen: Partial<V>) => {
      const next = { ...values, ...chosen };
      setClashes(null);
      setValues(next);
      await send(next, record);
    },
    giveUp: () => setClashes(null),
  };
}

/** `phones.0` is a fault of `phones`. */
const rootOf = (path: string) => path.split('.')[0]!;
const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);
const isShown = (fields: Readonly<Record<string, string>>, labels: object) =>
  Object.keys(fields).every((path) => rootOf(path) in labels);

function differing<V extends object>(before: V, after: V): Partial<V> {
  return Object.fromEntries(
    Object.entries(after).filter(([name, value]) => !same((before as Record<string, unknown>)[name], value)),
  ) as Partial<V>;
}
