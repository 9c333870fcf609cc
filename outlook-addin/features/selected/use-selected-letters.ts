import { useEffect, useState } from 'react';
import { whenSelectionChanges } from '../../office/outlook';
import { readSelected, type SelectedLetter } from '../../office/selected';

/** The letters chosen in the list, as they are now; fewer than two are none. */
export function useSelectedLetters(): SelectedLetter[] {
  const [letters, setLetters] = useState<SelectedLetter[]>([]);
  useEffect(() => {
    let asked = 0;
    const read = () => {
      const question = (asked += 1);
      void readSelected()
        .catch(() => [])
        .then((found) => question === asked && setLetters(found.length > 1 ? found : []));
    };
    whenSelectionChanges(read);
    read();
    return () => {
      asked = Infinity;
    };
  }, []);
  return letters;
}
