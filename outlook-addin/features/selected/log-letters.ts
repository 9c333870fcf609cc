import { logMail, lookUpMail } from '../../../service/modules/mail/mail.contract';
import { api } from '../../../teams-app/shared/api';
import { isApiError } from '../../../teams-app/shared/api-error';
import { peopleOf } from '../../mail-item';
import { readSelectedLetter, type SelectedLetter } from '../../office/selected';

/** What became of one of the chosen letters. */
export type Outcome =
  | { state: 'logged' | 'already'; company: string }
  | { state: 'skipped'; because: 'noOutsider' | 'neverLog' | 'noCompany' | 'several' | 'report' }
  | { state: 'failed'; message: string | null };

/** Logs one letter of the list, if it is beyond doubt whose it is: one company of the reader’s among all its people. */
export async function logLetter({ itemId }: SelectedLetter): Promise<Outcome> {
  try {
    const { item, text } = await readSelectedLetter(itemId);
    const { key, from, at, threadKey, subject, to, direction, nature } = item;
    if (nature === 'report' || !key || !from || !at) return { state: 'skipped', because: 'report' };
    const { correspondents, refusal } = await api.call(lookUpMail, { key, threadKey, people: peopleOf(item) });
    if (refusal) return { state: 'skipped', because: refusal };
    const companies = new Map(
      correspondents.flatMap(({ companyId, matches }) => {
        const match = matches.find(({ company }) => company.id === companyId);
        return match ? [[match.company.id, match] as const] : [];
      }),
    );
    const [only, ...others] = companies.values();
    if (!only) return { state: 'skipped', because: 'noCompany' };
    if (others.length > 0) return { state: 'skipped', because: 'several' };
    const { already } = await api.call(logMail, {
      key,
      threadKey,
      companyId: only.company.id,
      contactId: only.contact?.id ?? null,
      subject,
      from,
      to,
      at,
      direction,
      body: text,
    });
    return { state: already ? 'already' : 'logged', company: only.company.name };
  } catch (error) {
    return { state: 'failed', message: isApiError(error) ? error.message : null };
  }
}
