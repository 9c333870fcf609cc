/** Small conveniences kept in this browser: never anything secret, and nothing breaks when storage is refused. */
export function readPreference<T>(name: string, fallback: T): T {
  try {
    const text = localStorage.getItem(`ryadom.${name}`);
    return text === null ? fallback : (JSON.parse(text) as T);
  } catch {
    return fallback;
  }
}

export function keepPreference(name: string, value: unknown): void {
  try {
    localStorage.setItem(`ryadom.${name}`, JSON.stringify(value));
  } catch {
    // Private windows and framed pages may refuse.
  }
}
