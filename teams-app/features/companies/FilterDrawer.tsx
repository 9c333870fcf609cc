import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { countCompanies } from '../../../service/modules/companies/companies.contract';
import { numberText } from '../../shared/format/money';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { useRead } from '../../shared/queries';
import { useDebounced } from '../../shared/use-debounced';
import { useMedia } from '../../shared/use-media';
import { toInput, type CompanyFilter } from './company-filter';
import { FilterFields } from './FilterFields';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', width: '100%', height: '100%', minHeight: 0 },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXL,
    paddingBottom: tokens.spacingVerticalL,
  },
  footer: { justifyContent: 'flex-start', flexWrap: 'wrap' },
});

interface FilterDrawerProps {
  filter: CompanyFilter;
  onApply: (filter: CompanyFilter) => void;
  onClose: () => void;
}

/** Every field one may ask by; the button says how many it would show before it is pressed. */
export function FilterDrawer({ filter, onApply, onClose }: FilterDrawerProps) {
  const { t, i18n } = useTranslation(['companies', 'shared']);
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const [draft, setDraft] = useState(filter);
  const { data: count } = useRead(countCompanies, toInput(useDebounced(draft, 300)), {
    placeholderData: (previous) => previous,
  });
  const value = count && numberText(count.value, i18n.language);
  const show = !count
    ? t('filter.show')
    : count.value === 0
      ? t('filter.showNone')
      : t('filter.showCount', { count: count.value, value: count.capped ? t('shared:capped', { value }) : value });

  return (
    <OverlayDrawer
      open
      position="end"
      size={isPhone ? 'full' : 'medium'}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          onApply(draft);
        }}
      >
        <DrawerHeader>
          <DrawerHeaderTitle
            action={
              <Button
                appearance="subtle"
                icon={<Dismiss24Regular />}
                aria-label={t('shared:close')}
                onClick={onClose}
              />
            }
          >
            {t('filter.title')}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <div className={styles.fields}>
            <FilterFields draft={draft} onChange={(some) => setDraft((before) => ({ ...before, ...some }))} />
          </div>
        </DrawerBody>
        <DrawerFooter className={styles.footer}>
          <Button type="submit" appearance="primary" aria-live="polite">
            {show}
          </Button>
          <Button onClick={() => setDraft({ search: draft.search })}>{t('filter.reset')}</Button>
        </DrawerFooter>
      </form>
    </OverlayDrawer>
  );
}
