import { Button, Field, Input, makeStyles, Select, tokens } from '@fluentui/react-components';
import { History24Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router-dom';
import { listAudit, type AuditRow } from '../../../../service/modules/system/system.contract';
import { ChangeEntry } from '../../../shared/changes/ChangeEntry';
import { entityWord } from '../../../shared/changes/change-words';
import { PersonPicker } from '../../../shared/forms/PersonPicker';
import { Message } from '../../../shared/frame/Message';
import { ListState } from '../../../shared/lists/ListState';
import { useUrlFilter } from '../../../shared/lists/use-url-filter';
import { VirtualList } from '../../../shared/lists/VirtualList';
import { usePages } from '../../../shared/queries';
import { useCan } from '../../../shared/session';
import { AdminSection } from '../AdminSection';
import { auditedEntities, companyOf } from './audited-entities';
import { useRecordNames } from './use-record-names';

const useStyles = makeStyles({
  filters: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-end',
    gap: tokens.spacingHorizontalS,
    padding: '0 16px 12px',
    flexShrink: 0,
  },
  field: { flex: '1 1 150px', maxWidth: '240px', minWidth: 0 },
  list: { backgroundColor: tokens.colorNeutralBackground1 },
  link: { color: tokens.colorBrandForegroundLink },
});

const filterNames = ['userId', 'entity', 'from', 'to'] as const;

/** Every change: who, when, what was and what became of it. */
export function AuditPage() {
  const { t } = useTranslation('admin');
  const styles = useStyles();
  const mayRead = useCan();
  const names = useRecordNames();
  const { filter, change, replace } = useUrlFilter(filterNames);
  const query = usePages(listAudit, { ...filter, limit: 50 }, { keepPrevious: true });
  const filtered = Object.keys(filter).length > 0;
  const link = (row: AuditRow) => {
    if (row.entity === 'deal' && mayRead('deals.read'))
      return (
        <Link to={`/deals/${row.recordId}`} className={styles.link}>
          {t('audit.openDeal')}
        </Link>
      );
    const companyId = companyOf(row);
    return companyId && mayRead('companies.read') ? (
      <Link to={`/companies/${companyId}`} className={styles.link}>
        {t('audit.openCompany')}
      </Link>
    ) : undefined;
  };

  return (
    <AdminSection name="audit">
      <div className={styles.filters} role="group" aria-label={t('audit.conditions')}>
        <Field label={t('audit.who')} className={styles.field}>
          <PersonPicker
            value={filter.userId ?? null}
            noneText={t('audit.everybody')}
            includeFormer
            onChange={(userId) => change({ userId })}
            className={styles.field}
          />
        </Field>
        <Field label={t('audit.what')} className={styles.field}>
          <Select value={filter.entity ?? ''} onChange={(_, { value }) => change({ entity: value || null })}>
            <option value="">{t('audit.everything')}</option>
            {auditedEntities.map((entity) => (
              <option key={entity} value={entity}>
                {entityWord(entity)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('audit.from')} className={styles.field}>
          <Input
            type="date"
            value={filter.from ?? ''}
            max={filter.to}
            onChange={(_, { value }) => change({ from: value || null })}
          />
        </Field>
        <Field label={t('audit.to')} className={styles.field}>
          <Input
            type="date"
            value={filter.to ?? ''}
            min={filter.from}
            onChange={(_, { value }) => change({ to: value || null })}
          />
        </Field>
        {filtered && (
          <Button appearance="subtle" onClick={() => replace({})}>
            {t('audit.reset')}
          </Button>
        )}
      </div>
      <ListState
        query={query}
        isEmpty={query.rows.length === 0}
        empty={
          <Message
            icon={<History24Regular />}
            title={t(filtered ? 'audit.emptyFilter' : 'audit.empty')}
            text={t(filtered ? 'audit.emptyFilterHint' : 'audit.emptyHint')}
            action={filtered && <Button onClick={() => replace({})}>{t('audit.reset')}</Button>}
          />
        }
      >
        <VirtualList
          aria-label={t('audit.list')}
          className={styles.list}
          focusable
          items={query.rows}
          keyOf={(row) => row.id}
          height={(row) => 48 + 22 * Object.keys(row.fields).length}
          onEnd={query.loadMore}
          render={(row) => <ChangeEntry change={row} names={names} aside={link(row)} />}
        />
      </ListState>
    </AdminSection>
  );
}
