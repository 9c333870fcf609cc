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
import type { CompanyFilter, FilterInput } from './company-filter';
import { CompanyCount } from './CompanyCount';
import { useFilterWords } from './use-filter-words';
import type { FilterName } from './company-filter';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  what: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    color: tokens.colorNeutralForeground2,
    overflowWrap: 'anywhere',
  },
});

interface ExportDialogProps {
  filter: CompanyFilter;
  input: FilterInput;
  onStart: (why: string) => void;
  onClose: () => void;
}

/** What goes into the file, and what for: an export is the base leaving the house, so it is written down. */
export function ExportDialog({ filter, input, onStart, onClose }: ExportDialogProps) {
  const { t } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const words = useFilterWords();
  const [why, setWhy] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onStart(why);
    onClose();
  };
  return (
    <Dialog open onOpenChange={(_, { open }) => !open && onClose()}>
      <DialogSurface>
        <form onSubmit={submit}>
          <DialogBody>
            <DialogTitle>{t('export.title')}</DialogTitle>
            <DialogContent className={styles.content}>
              <Text>{t('export.text')}</Text>
              <div className={styles.what}>
                <CompanyCount input={input} />
                {(Object.keys(filter) as FilterName[]).map((name) => (
                  <Text key={name} size={200}>
                    {words(name, filter[name]!)}
                  </Text>
                ))}
              </div>
              <Field label={t('export.why')} hint={t('export.whyHint')}>
                <Input value={why} maxLength={200} onChange={(_, { value }) => setWhy(value)} />
              </Field>
            </DialogContent>
            <DialogActions>
              <Button type="submit" appearance="primary">
                {t('export.start')}
              </Button>
              <Button onClick={onClose}>{t('shared:cancel')}</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
