import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  makeStyles,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { callCounts, callList, listPlanned } from '../../../service/modules/activities/activities.contract';
import {
  assignCompanies,
  companyChanges,
  getCompany,
  listCompanies,
  type CompanyCard,
} from '../../../service/modules/companies/companies.contract';
import { PersonPicker } from '../../shared/forms/PersonPicker';
import { useWrite } from '../../shared/queries';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  explain: { color: tokens.colorNeutralForeground3 },
});

interface HandOverDialogProps {
  company: Pick<CompanyCard, 'id' | 'name' | 'owner'>;
  onClose: () => void;
}

export function HandOverDialog({ company, onClose }: HandOverDialogProps) {
  const { t } = useTranslation(['company', 'shared']);
  const styles = useStyles();
  const [ownerId, setOwnerId] = useState<string | null>(company.owner?.id ?? null);
  const [why, setWhy] = useState('');
  const assign = useWrite(assignCompanies, {
    said: t('handOver.done', { name: company.name }),
    touches: [getCompany, companyChanges, listCompanies, callList, callCounts, listPlanned],
    onWritten: onClose,
  });
  const unchanged = ownerId === (company.owner?.id ?? null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!unchanged) assign.mutate({ ids: [company.id], ownerId, why });
  };
  return (
    <Dialog open onOpenChange={(_, data) => !data.open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('handOver.title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <Field label={t('handOver.to')} required>
                <PersonPicker value={ownerId} onChange={setOwnerId} noneText={t('handOver.nobody')} />
              </Field>
              <Field label={t('handOver.why')} hint={t('handOver.whyHint')}>
                <Input value={why} maxLength={300} onChange={(_, data) => setWhy(data.value)} />
              </Field>
              <Text size={200} className={styles.explain}>
                {t('handOver.explain')}
              </Text>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={unchanged || assign.isPending}>
                {t('handOver.do')}
              </Button>
              <Button onClick={onClose}>{t('shared:cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
