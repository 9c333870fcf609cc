import { Button, Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Add16Regular } from '@fluentui/react-icons';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readLinesFromText } from '../../../service/modules/catalog/catalog.contract';
import type { CompanyCard } from '../../../service/modules/companies/companies.contract';
import { isApiError } from '../../../teams-app/shared/api-error';
import { api } from '../../../teams-app/shared/api';
import { CompanyDeals } from '../../../teams-app/shared/deals/CompanyDeals';
import { DealForm } from '../../../teams-app/shared/deals/DealForm';
import type { LineDraft } from '../../../teams-app/shared/deals/line-draft';
import { PasteLines, type Letter } from '../../../teams-app/shared/deals/PasteLines';
import { useCan } from '../../../teams-app/shared/session';
import { OtherItemOpen } from '../../current-item';
import { readText } from '../../office/letter-content';
import { BesideContext, useCurrentItem } from '../../open-item';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: tokens.spacingVerticalS },
  list: { alignSelf: 'stretch' },
});

interface DealsProps {
  card: CompanyCard;
  contactId: string | null;
  /** The logged letter’s: the deal remembers what it came from. */
  activityId: string | null;
}

/** What the company asked for, and a new inquiry out of the letter that is open: its table becomes the deal's lines. */
export function Deals({ card, contactId, activityId }: DealsProps) {
  const { t } = useTranslation(['deals', 'pane']);
  const styles = useStyles();
  const can = useCan();
  const beside = useContext(BesideContext);
  const current = useCurrentItem();
  const [letter, setLetter] = useState<Letter | null>(null);
  const [lines, setLines] = useState<LineDraft[] | null>(null);
  const [unread, setUnread] = useState(false);
  const begin = async () => {
    setUnread(false);
    // Of an own draft nothing is asked for; a protected letter's text stays where it is.
    if (!beside || beside.item.kind === 'draft' || beside.item.nature === 'protected') return setLines([]);
    try {
      const text = await current.during(beside.open, readText);
      current.require(beside.open);
      setLetter({ text, ...(await api.call(readLinesFromText, { text, letter: true })) });
    } catch (error) {
      if (error instanceof OtherItemOpen) return;
      // Nothing in it looks like a line: an inquiry all the same.
      if (!isApiError(error)) setUnread(true);
      setLines([]);
    }
  };
  // The lines first, then the form: one question at a time, each with the focus to itself.
  const beginWith = (read: LineDraft[]) => {
    setLetter(null);
    setLines(read);
  };
  return (
    <div className={styles.root}>
      <div className={styles.list}>
        <CompanyDeals
          companyId={card.id}
          link={(to, text) => (
            <Link href={`${window.location.origin}${to}`} target="_blank" rel="noopener">
              {text}
            </Link>
          )}
        />
      </div>
      {can('deals.write') && (
        <Button size="small" icon={<Add16Regular />} onClick={() => void begin()}>
          {t(beside && beside.item.kind === 'letter' ? 'companySection.fromLetter' : 'add')}
        </Button>
      )}
      {unread && (
        <Text size={200} role="status">
          {t('companySection.letterNotRead')}
        </Text>
      )}
      {letter && <PasteLines letter={letter} onAdd={beginWith} onClose={() => beginWith([])} />}
      {lines && (
        <DealForm
          deal={null}
          company={{ id: card.id, name: card.name }}
          contactId={contactId}
          activityId={activityId ?? undefined}
          lines={lines}
          onClose={() => setLines(null)}
        />
      )}
    </div>
  );
}
