import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router-dom';
import { narrow, phoneQuery } from '../../shared/frame/breakpoints';
import { Page } from '../../shared/frame/Page';
import { useCan } from '../../shared/session';
import { useMedia } from '../../shared/use-media';
import { adminSections, type SectionName } from './admin-sections';

const useStyles = makeStyles({
  root: { display: 'flex', height: '100%', minHeight: 0, [narrow]: { flexDirection: 'column' } },
  nav: {
    display: 'flex',
    flexDirection: 'column',
    flexShrink: 0,
    gap: '2px',
    width: '180px',
    boxSizing: 'border-box',
    padding: '4px 8px 8px 16px',
    overflowY: 'auto',
    [narrow]: { flexDirection: 'row', flexWrap: 'wrap', width: 'auto', padding: '0 12px 8px' },
  },
  link: {
    display: 'flex',
    alignItems: 'center',
    minHeight: '32px',
    padding: '4px 10px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusMedium,
    color: tokens.colorNeutralForeground2,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  current: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    color: tokens.colorNeutralForeground2Selected,
    fontWeight: tokens.fontWeightSemibold,
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  content: { display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0, minHeight: 0 },
});

interface AdminSectionProps {
  name: SectionName;
  actions?: ReactNode;
  children: ReactNode;
}

/** A section of the settings beside the list of them; on a phone alone, with the way back. */
export function AdminSection({ name, actions, children }: AdminSectionProps) {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const can = useCan();
  const isPhone = useMedia(phoneQuery);
  const open = adminSections.filter(({ needs }) => can(needs));
  return (
    <Page title={t(`section.${name}`)} back={isPhone ? '/admin' : undefined} actions={actions} fills>
      <div className={styles.root}>
        {!isPhone && open.length > 1 && (
          <nav className={styles.nav} aria-label={t('nav')}>
            {open.map((section) => (
              <NavLink
                key={section.name}
                to={`/admin/${section.name}`}
                className={({ isActive }) => mergeClasses(styles.link, isActive && styles.current)}
              >
                {t(`section.${section.name}`)}
              </NavLink>
            ))}
          </nav>
        )}
        <div className={styles.content}>{children}</div>
      </div>
    </Page>
  );
}
