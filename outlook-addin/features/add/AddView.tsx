import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { PersonAdd20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findLookalikes, type Lookalike } from '../../../service/modules/companies/companies.contract';
import type { Correspondent, SignatureView } from '../../../service/modules/mail/mail.contract';
import { CompanyName } from '../../../teams-app/shared/company/CompanyName';
import { PageSkeleton } from '../../../teams-app/shared/frame/PageSkeleton';
import { useRead } from '../../../teams-app/shared/queries';
import { useCan } from '../../../teams-app/shared/session';
import { AddContact } from './AddContact';
import { NewCompanyForm } from './NewCompanyForm';
import { useSignature } from './use-signature';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground3 },
});

interface AddViewProps {
  person: Correspondent;
  onDone: (companyId: string) => void;
}

/** Nobody in the base: he is added with what his signature says, to a company that is found or to a new one. */
export function AddView({ person, onDone }: AddViewProps) {
  const { t } = useTranslation('pane');
  const styles = useStyles();
  const can = useCan();
  const [adding, setAdding] = useState(false);
  return (
    <div className={styles.root}>
      <div>
        <Text weight="semibold" block>
          {person.name ?? person.address}
        </Text>
        <Text size={200} className={styles.quiet}>
          {person.name ? `${person.address} · ${t('notInBase')}` : t('notInBase')}
        </Text>
      </div>
      {!can('companies.create') ? (
        <Text size={200}>{t('add.noRight')}</Text>
      ) : adding ? (
        <Adding person={person} onDone={onDone} onCancel={() => setAdding(false)} />
      ) : (
        <Button appearance="primary" icon={<PersonAdd20Regular />} onClick={() => setAdding(true)}>
          {t('add.start')}
        </Button>
      )}
    </div>
  );
}

function Adding({ person, onDone, onCancel }: AddViewProps & { onCancel: () => void }) {
  const signature = useSignature(person);
  const { data, error } = useRead(
    findLookalikes,
    {
      name: signature?.company ?? undefined,
      inn: signature?.inn ?? undefined,
      phone: signature?.phones[0],
      email: person.address,
    },
    { enabled: signature !== null },
  );
  if (!signature || (!data && !error)) return <PageSkeleton rows={4} />;
  return <Where person={person} signature={signature} found={data?.rows ?? []} onDone={onDone} onCancel={onCancel} />;
}

interface WhereProps extends AddViewProps {
  signature: SignatureView;
  found: Lookalike[];
  onCancel: () => void;
}

const newOne = 'new';

/** To which company: the likeliest is chosen already. */
function Where({ person, signature, found, onDone, onCancel }: WhereProps) {
  const { t } = useTranslation('pane');
  const styles = useStyles();
  const visible = found.filter((company) => company.visible);
  const others = found.filter((company) => !company.visible);
  const [where, setWhere] = useState(visible[0]?.id ?? newOne);
  return (
    <div className={styles.root}>
      {others.map((company) => (
        <MessageBar key={company.id} intent="warning" layout="multiline">
          <MessageBarBody>
            {t('add.others', { company: company.name, manager: company.owner?.name ?? t('somebody') })}
          </MessageBarBody>
        </MessageBar>
      ))}
      {visible.length > 0 && (
        <RadioGroup aria-label={t('add.where')} value={where} onChange={(_, data) => setWhere(data.value)}>
          {visible.map((company) => (
            <Radio
              key={company.id}
              value={company.id}
              label={
                <>
                  <CompanyName name={company.name} />
                  <Text size={200} className={styles.quiet}>
                    {company.because.map((reason) => t(`add.because.${reason}`)).join(', ')}
                  </Text>
                </>
              }
            />
          ))}
          <Radio value={newOne} label={t('add.newCompany')} />
        </RadioGroup>
      )}
      {where === newOne ? (
        <NewCompanyForm person={person} signature={signature} onDone={onDone} onCancel={onCancel} />
      ) : (
        <AddContact person={person} companyId={where} onDone={() => onDone(where)} />
      )}
    </div>
  );
}
