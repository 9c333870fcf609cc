import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ChevronRight20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { Page } from '../../shared/frame/Page';
import { useCan } from '../../shared/session';
import { adminSections } from './admin-sections';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: 0, backgroundColor: tokens.colorNeutralBackground1 },
  link: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    minHeight: '56px',
    padding: '6px 16px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  texts: { flexGrow: 1, minWidth: 0 },
  about: { color: tokens.colorNeutralForeground3 },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

/** On a phone the sections come first, as a list. */
export function AdminIndex() {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const can = useCan();
  return (
    <Page title={t('title')}>
      <nav aria-label={t('nav')}>
        <ul className={styles.list}>
          {adminSections
            .filter(({ needs }) => can(needs))
            .map(({ name, icon: Icon }) => (
              <li key={name}>
                <Link to={`/admin/${name}`} className={styles.link}>
                  <Icon className={styles.icon} aria-hidden />
                  <span className={styles.texts}>
                    <Text block>{t(`section.${name}`)}</Text>
                    <Text size={200} block className={styles.about}>
                      {t(`about.${name}`)}
                    </Text>
                  </span>
                  <ChevronRight20Regular className={styles.icon} aria-hidden />
                </Link>
              </li>
            ))}
        </ul>
      </nav>
    </Page>
  );
}
