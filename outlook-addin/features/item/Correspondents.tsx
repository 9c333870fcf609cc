import { Button, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { ArrowLeft16Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Correspondent, LookUp } from '../../../service/modules/mail/mail.contract';
import { useBeside } from '../../open-item';
import { CompanyView } from '../company/CompanyView';
import { AddView } from '../add/AddView';
import { LoggedLines, useLogged } from '../log/LoggedLines';
import { ChooseCompany } from './ChooseCompany';
import { ForeignCompany } from './ForeignCompany';
import { PersonRow } from './PersonRow';
import { Refusal } from './Refusal';
import { ThreadOffer } from './ThreadOffer';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, padding: '0 16px 24px' },
  heading: { margin: 0 },
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  back: { alignSelf: 'flex-start', marginInlineStart: '-8px' },
});

/** What is open over the list: somebody of the letter, or a company that was found otherwise. */
type Chosen = { person: Correspondent } | { companyId: string };

interface CorrespondentsProps {
  lookUp: LookUp;
  lostOnSend: boolean;
}

/** Everybody from outside: one is opened at once, several are a list. */
export function Correspondents({
  lookUp: { correspondents, refusal, thread, logged: known },
  lostOnSend,
}: CorrespondentsProps) {
  const { t } = useTranslation(['pane', 'shared']);
  const styles = useStyles();
  const { item } = useBeside();
  const logged = useLogged(known);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  if (refusal) return <Refusal refusal={refusal} />;

  const [only] = correspondents;
  const alone = correspondents.length === 1 && only ? { person: only } : null;
  const shown = chosen ?? alone;
  const notices = (
    <>
      {item.nature && item.nature !== 'report' && (
        <MessageBar layout="multiline">
          <MessageBarBody>{t(`nature.${item.nature}`)}</MessageBarBody>
        </MessageBar>
      )}
      {lostOnSend && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{t('lostOnSend')}</MessageBarBody>
        </MessageBar>
      )}
    </>
  );
  if (!shown)
    return (
      <div className={styles.root}>
        <Text as="h1" size={400} weight="semibold" className={styles.heading}>
          {t('people')}
        </Text>
        {notices}
        <LoggedLines logged={logged} />
        <ThreadOffer thread={thread} known={correspondents} onOpen={(companyId) => setChosen({ companyId })} />
        <ul className={styles.list}>
          {correspondents.map((person) => (
            <li key={person.address}>
              <PersonRow person={person} onOpen={() => setChosen({ person })} />
            </li>
          ))}
        </ul>
      </div>
    );

  const person = 'person' in shown ? shown.person : null;
  const companyId = 'person' in shown ? shown.person.companyId : shown.companyId;
  const match = person?.matches.find(({ company }) => company.id === companyId);
  return (
    <div className={styles.root}>
      {chosen && (
        <Button
          appearance="subtle"
          size="small"
          icon={<ArrowLeft16Regular />}
          className={styles.back}
          onClick={() => setChosen(null)}
        >
          {correspondents.length > 1 ? t('people') : t('shared:back')}
        </Button>
      )}
      {notices}
      {companyId ? (
        <CompanyView
          key={companyId}
          companyId={companyId}
          contactId={match?.contact?.id ?? null}
          person={person}
          logged={logged}
        />
      ) : (
        <>
          <LoggedLines logged={logged} />
          <ThreadOffer thread={thread} known={correspondents} onOpen={(id) => setChosen({ companyId: id })} />
          {person && <Unsettled person={person} onCompany={(id) => setChosen({ companyId: id })} />}
        </>
      )}
    </div>
  );
}

/** Nobody knows him; or somebody else's company does; or several do. */
function Unsettled({ person, onCompany }: { person: Correspondent; onCompany: (companyId: string) => void }) {
  const visible = person.matches.filter(({ company }) => company.visible);
  if (visible.length > 0) return <ChooseCompany person={person} onChosen={onCompany} />;
  if (person.matches.length > 0) return <ForeignCompany person={person} />;
  return <AddView person={person} onDone={onCompany} />;
}
