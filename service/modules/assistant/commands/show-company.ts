import { card, literal, open, press, row, text, type Card } from '../../../kernel/cards';
import { chatLink } from '../../../kernel/links';
import type { CompanyRow } from '../../companies/companies.contract';
import { readCard } from '../../activities/activities.public';
import { companyCard } from '../cards/company-card';
import type { Turn } from '../conversation';
import { findAll, findNamed } from '../find-company';

const mostShown = 6;

export async function showCompany(turn: Turn, companyId: string, notice?: string, undone = false): Promise<Card> {
  return companyCard(turn, await readCard(turn.ctx, { id: companyId }), { notice, undone });
}

/** «компания Ромашка»: the card of the one meant, or those to choose from. */
export async function openNamed(turn: Turn, called: string): Promise<Card> {
  const named = await findNamed(turn.ctx, called);
  return 'one' in named ? showCompany(turn, named.one.id) : chooseCompany(turn, named.several, called);
}

/** «найти …»: all that may be meant. */
export async function find(turn: Turn, called: string): Promise<Card> {
  return chooseCompany(turn, await findAll(turn.ctx, called), called);
}

/** A choice among companies; `then` is what pressing one does, showing it unless said otherwise. */
export function chooseCompany(
  { ctx, say }: Turn,
  rows: readonly CompanyRow[],
  called: string,
  then: (companyId: string) => { verb: string; data: object } = (companyId) => ({
    verb: 'company.show',
    data: { companyId },
  }),
): Card {
  const link = open(
    say('assistant.searchInTab'),
    chatLink(ctx.settings, `/companies?search=${encodeURIComponent(called)}`),
  );
  if (rows.length === 0)
    return card(
      [text(say('assistant.notFound', { called: literal(called) })), text(say('assistant.notFoundHint'), 'quiet')],
      [link],
    );
  return card(
    [
      text(say('assistant.which', { called: literal(called) }), 'title'),
      ...rows.slice(0, mostShown).map((one) => {
        const { verb, data } = then(one.id);
        const about = [
          one.inn && say('assistant.inn', { inn: one.inn }),
          one.city && literal(one.city),
          one.owner && literal(one.owner.name),
        ];
        return row(
          [text(`**${literal(one.name)}**`), text(about.filter(Boolean).join(' · '), 'quiet')],
          press(one.name, verb, data),
        );
      }),
    ],
    [rows.length > mostShown ? link : null],
  );
}
