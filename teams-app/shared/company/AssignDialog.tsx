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
  MessageBar,
  MessageBarBody,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { callCounts, callList, listPlanned } from '../../../service/modules/activities/activities.contract';
import {
  assignCompanies,
  companyChanges,
  countCompanies,
  getCompany,
  listCompanies,
} from '../../../service/modules/companies/companies.contract';
import { isApiError } from '../api-error';
import { useErrorText } from '../error-text';
import { useWrite } from '../queries';
import { CompanyName } from './CompanyName';
import { NewOwnerPicker } from './NewOwnerPicker';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  hint: { color: tokens.colorNeutralForeground3 },
});

interface AssignDialogProps {
  ids: readonly string[];
  /** Named when there is one. */
  name?: string;
  onClose: () => void;
  onAssigned?: () => void;
}

/** Hands companies over to a colleague, or to the common base, with a reason for the history. */
export function AssignDialog({ ids, name, onClose, onAssigned }: AssignDialogProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  const errorText = useErrorText();
  // Undefined until something is chosen; null is nobody.
  const [ownerId, setOwnerId] = useState<string | null | undefined>(undefined);
  const [why, setWhy] = useState('');
  const [asked, setAsked] = useState(false);
  const assign = useWrite(assignCompanies, {
    refusals: 'caller',
    said: ({ assigned }) => (assigned > 0 ? t('assign.done', { count: assigned }) : t('assign.unchanged')),
    touches: [listCompanies, countCompanies, getCompany, companyChanges, callList, callCounts, listPlanned],
    onWritten: () => {
      onAssigned?.();
      onClose();
    },
  });
  const fault =
    asked && ownerId === undefined
      ? t('assign.whoNeeded')
      : isApiError(assign.error)
        ? assign.error.fields.ownerId
        : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (ownerId !== undefined) assign.mutate({ ids: [...ids], ownerId, why });
  };

  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit} noValidate>
          <DialogBody>
            <DialogTitle>{t('assign.title', { count: ids.length })}</DialogTitle>
            <DialogContent className={styles.content}>
              {name && <CompanyName name={name} />}
              <Text className={styles.hint}>{t('assign.text')}</Text>
              {assign.error && !fault && (
                <MessageBar intent="error" role="alert" layout="multiline">
                  <MessageBarBody>{errorText(assign.error)}</MessageBarBody>
                </MessageBar>
              )}
              <Field label={t('assign.to')} required validationMessage={fault}>
                <NewOwnerPicker value={ownerId} onChange={setOwnerId} />
              </Field>
              <Field label={t('assign.why')} hint={t('assign.whyHint')}>
                <Input value={why} maxLength={300} onChange={(_, { value }) => setWhy(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary" disabled={assign.isPending}>
                {t('assign.save')}
              </Button>
              <Button onClick={onClose}>{t('cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
