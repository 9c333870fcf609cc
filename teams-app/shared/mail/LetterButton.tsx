import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ActivityView } from '../../../service/modules/companies/companies.contract';

const LetterDrawer = lazy(() => import('./LetterDrawer').then((module) => ({ default: module.LetterDrawer })));

/** Opens the letter behind an activity. */
export function LetterButton({ activity }: { activity: ActivityView }) {
  const { t } = useTranslation('mail');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button appearance="transparent" size="small" style={{ minWidth: 0, padding: 0 }} onClick={() => setOpen(true)}>
        {t('showLetter')}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <LetterDrawer activityId={activity.id} companyId={activity.companyId} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
