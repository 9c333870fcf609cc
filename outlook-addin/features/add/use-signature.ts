import { useEffect, useState } from 'react';
import { readSignature, type Correspondent, type SignatureView } from '../../../service/modules/mail/mail.contract';
import { api } from '../../../teams-app/shared/api';
import { note } from '../../../teams-app/shared/diagnostics/notes';
import { readText } from '../../office/letter-content';
import { useBeside, useCurrentItem } from '../../open-item';

const nothing = (person: Correspondent): SignatureView => ({
  name: person.name,
  position: null,
  company: null,
  phones: [],
  emails: [],
  site: null,
  inn: null,
  city: null,
});

/**
 * What the letter's signature says of its writer; null while it is being read. Only the writer has signed: of the others
 * just the name is known.
 */
export function useSignature(person: Correspondent): SignatureView | null {
  const { open, item } = useBeside();
  const current = useCurrentItem();
  const [signature, setSignature] = useState<SignatureView | null>(null);
  const { address, name } = person;
  const wrote = item.kind === 'letter' && item.from?.address === address && item.nature !== 'protected';
  useEffect(() => {
    let stale = false;
    const read = async () => {
      if (!wrote) return nothing(person);
      const text = await current.during(open, readText);
      return current.during(open, () => api.call(readSignature, { text, from: { address, name } }));
    };
    read()
      .catch(() => {
        note('signature: not read');
        return nothing(person);
      })
      .then((found) => !stale && setSignature(found))
      .catch(() => undefined);
    return () => {
      stale = true;
    };
  }, [wrote, address, name, person, open, current]);
  return signature;
}
