import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { ArrowExportUp24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { phone } from '../../shared/frame/breakpoints';
import { LinkButton } from '../../shared/frame/LinkButton';
import { Page } from '../../shared/frame/Page';
import { useCan } from '../../shared/session';
import { ImportList } from './ImportList';
import { UploadZone } from './UploadZone';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', height: '100%', minHeight: 0 },
  doors: {
    display: 'flex',
    flexShrink: 0,
    gap: tokens.spacingHorizontalM,
    padding: '4px 16px 16px',
    [phone]: { flexDirection: 'column', gap: tokens.spacingVerticalS },
  },
  export: {
    flex: '1 1 0',
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: tokens.spacingVerticalS,
    padding: '16px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    [phone]: { padding: '12px' },
  },
  heading: { margin: 0 },
  text: { color: tokens.colorNeutralForeground2, flexGrow: 1 },
});

export function ImportsPage() {
  const { t } = useTranslation('imports');
  const styles = useStyles();
  const can = useCan();
  return (
    <Page title={t('title')} fills>
      <div className={styles.root}>
        <div className={styles.doors}>
          {can('companies.import') && <UploadZone />}
          {can('companies.export') && (
            <section className={styles.export} aria-label={t('export.title')}>
              <Text as="h2" size={400} weight="semibold" className={styles.heading}>
                {t('export.title')}
              </Text>
              <Text className={styles.text}>{t('export.text')}</Text>
              <LinkButton to="/companies" icon={<ArrowExportUp24Regular />}>
                {t('export.open')}
              </LinkButton>
            </section>
          )}
        </div>
        {can('companies.import') && <ImportList />}
      </div>
    </Page>
  );
}
