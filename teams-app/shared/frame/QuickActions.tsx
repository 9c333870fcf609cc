import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  SearchBox,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons';
import { lazy, Suspense, useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { FinderList } from '../search/FinderList';
import { useFinder } from '../search/use-finder';
import { whenQuickAction, type QuickAction } from './quick-actions';

const LogDrawer = lazy(() => import('../activity/LogDrawer').then((module) => ({ default: module.LogDrawer })));

/** What can be started from anywhere and opens over the screen. */
export function QuickActions() {
  const [action, setAction] = useState<QuickAction | null>(null);
  const navigate = useNavigate();
  useEffect(() => whenQuickAction(setAction), []);
  const close = () => setAction(null);

  if (action?.kind === 'log' && action.companyId) {
    return (
      <Suspense>
        <LogDrawer companyId={action.companyId} onClose={close} />
      </Suspense>
    );
  }
  if (!action) return null;
  const pick = (row: CompanyRow) => {
    if (action.kind === 'log') setAction({ kind: 'log', companyId: row.id });
    else {
      close();
      void navigate(`/companies/${row.id}`);
    }
  };
  return <FinderDrawer forLog={action.kind === 'log'} onPick={pick} onClose={close} />;
}

interface FinderDrawerProps {
  forLog: boolean;
  onPick: (row: CompanyRow) => void;
  onClose: () => void;
}

function FinderDrawer({ forLog, onPick, onClose }: FinderDrawerProps) {
  const { t } = useTranslation();
  const listId = useId();
  const finder = useFinder(listId, onPick);
  return (
    <OverlayDrawer open position="end" size="full" onOpenChange={(_, { open }) => !open && onClose()}>
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" icon={<Dismiss24Regular />} aria-label={t('close')} onClick={onClose} />}
        >
          {forLog ? t('nav.newRecord') : t('search')}
        </DrawerHeaderTitle>
        <SearchBox
          autoFocus
          size="large"
          style={{ maxWidth: 'none' }}
          value={finder.text}
          placeholder={t('find.placeholder')}
          aria-label={t('find.label')}
          aria-expanded
          {...finder.aria}
          onChange={(_, data) => finder.setText(data.value)}
          onKeyDown={finder.onKeyDown}
        />
      </DrawerHeader>
      <DrawerBody>
        <FinderList id={listId} {...finder} onPick={onPick} />
      </DrawerBody>
    </OverlayDrawer>
  );
}
