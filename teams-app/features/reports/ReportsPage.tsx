import {
  Badge,
  Button,
  makeStyles,
  Menu,
  MenuItem,
  MenuList,
  MenuPopover,
  MenuTrigger,
  Tab,
  TabList,
  Text,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowDownload20Regular,
  ArrowUpload20Regular,
  CalendarClock20Regular,
  DocumentTable24Regular,
  MoreHorizontal20Regular,
  Play20Regular,
  Settings20Regular,
  Warning16Regular,
} from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  downloadTemplate,
  listTemplates,
  uploadTemplate,
  type TemplateView,
} from '../../../service/modules/reports/reports.contract';
import { api } from '../../shared/api';
import { Message } from '../../shared/frame/Message';
import { phoneQuery } from '../../shared/frame/breakpoints';
import { Forbidden } from '../../shared/frame/NotFound';
import { Page } from '../../shared/frame/Page';
import { ListState } from '../../shared/lists/ListState';
import { useUrlFilter } from '../../shared/lists/use-url-filter';
import { invalidate, useRead } from '../../shared/queries';
import { useCan } from '../../shared/session';
import { useNotify } from '../../shared/toasts/notify-context';
import { useMedia } from '../../shared/use-media';
import { MakeReport } from './MakeReport';
import { RunList } from './RunList';
import { ScheduleForm } from './ScheduleForm';
import { ScheduleList } from './ScheduleList';
import { TemplateForm } from './TemplateForm';

const useStyles = makeStyles({
  root: { padding: '0 16px 24px', display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  tabs: { marginInline: '-10px' },
  hint: { color: tokens.colorNeutralForeground3, maxWidth: '90ch' },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(270px, 1fr))',
    gap: tokens.spacingHorizontalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  card: {
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '12px',
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
  },
  meta: { color: tokens.colorNeutralForeground3 },
  foot: { display: 'flex', alignItems: 'center', gap: '6px', marginTop: 'auto', paddingTop: '8px' },
});

const filterNames = ['tab'] as const;
const tabs = ['templates', 'runs', 'schedules'] as const;

/** Reports after the company's own Excel samples: templates, what was made of them, what makes itself. */
export function ReportsPage() {
  const { t } = useTranslation(['reports', 'shared']);
  const styles = useStyles();
  const can = useCan();
  const client = useQueryClient();
  const notify = useNotify();
  const isPhone = useMedia(phoneQuery);
  const { filter, change } = useUrlFilter(filterNames);
  const tab = tabs.find((one) => one === filter.tab) ?? 'templates';
  const query = useRead(listTemplates, {});
  const [making, setMaking] = useState<TemplateView | null>(null);
  const [editing, setEditing] = useState<TemplateView | null>(null);
  const [scheduling, setScheduling] = useState<TemplateView | null>(null);
  const file = useRef<HTMLInputElement>(null);
  const target = useRef<string | null>(null);
  if (!can('reports.run')) return <Forbidden title={t('title')} />;
  const manages = can('reports.manage');
  const choose = (templateId: string | null) => {
    target.current = templateId;
    file.current?.click();
  };
  const upload = async (chosen: File) => {
    try {
      const taken = await api.upload(
        uploadTemplate,
        { fileName: chosen.name, ...(target.current ? { templateId: target.current } : {}) },
        chosen,
      );
      notify.done(t('uploaded', { name: taken.name }), { changeId: null });
      await invalidate(client, [listTemplates]);
      if (taken.unknown.length) setEditing(taken);
    } catch (error) {
      notify.failed(error);
    }
  };
  return (
    <Page
      title={t('title')}
      actions={
        manages && (
          <Button
            appearance="primary"
            icon={<ArrowUpload20Regular />}
            aria-label={t('upload')}
            onClick={() => choose(null)}
          >
            {isPhone ? undefined : t('upload')}
          </Button>
        )
      }
    >
      <div className={styles.root}>
        <TabList
          className={styles.tabs}
          size="small"
          aria-label={t('title')}
          selectedValue={tab}
          onTabSelect={(_, { value }) => change({ tab: value === 'templates' ? null : (value as string) })}
        >
          <Tab value="templates">{t('templates')}</Tab>
          <Tab value="runs">{t('runs')}</Tab>
          {manages && <Tab value="schedules">{t('schedules')}</Tab>}
        </TabList>
        {tab === 'templates' && (
          <ListState
            query={query}
            isEmpty={!query.data?.rows.length}
            empty={<Message icon={<DocumentTable24Regular />} title={t('noTemplates')} />}
          >
            {manages && (
              <Text size={200} className={styles.hint}>
                {t('uploadHint', { open: '{{', close: '}}' })}
              </Text>
            )}
            <ul className={styles.grid}>
              {query.data?.rows.map((template) => (
                <li key={template.id} className={styles.card}>
                  <Text weight="semibold">{template.name}</Text>
                  <Text size={200} className={styles.meta}>
                    {[t(`lists.${template.list}`), t(`periods.${template.period}`)].join(' · ')}
                  </Text>
                  <Text size={200} className={styles.meta}>
                    {template.builtIn && template.edition === 1
                      ? t('builtIn')
                      : t('edition', { count: template.edition })}
                  </Text>
                  {template.unknown.length > 0 && (
                    <span>
                      <Badge appearance="tint" color="warning" icon={<Warning16Regular />}>
                        {t('unknown', { count: template.unknown.length })}
                      </Badge>
                    </span>
                  )}
                  <div className={styles.foot}>
                    <Button
                      appearance="primary"
                      size="small"
                      icon={<Play20Regular />}
                      aria-label={`${t('make')}: ${template.name}`}
                      onClick={() => setMaking(template)}
                    >
                      {t('make')}
                    </Button>
                    <Menu>
                      <MenuTrigger disableButtonEnhancement>
                        <Button
                          size="small"
                          appearance="subtle"
                          icon={<MoreHorizontal20Regular />}
                          aria-label={`${t('shared:actions')}: ${template.name}`}
                        />
                      </MenuTrigger>
                      <MenuPopover>
                        <MenuList>
                          {manages && (
                            <>
                              <MenuItem icon={<CalendarClock20Regular />} onClick={() => setScheduling(template)}>
                                {t('schedule.add')}
                              </MenuItem>
                              <MenuItem icon={<Settings20Regular />} onClick={() => setEditing(template)}>
                                {t('settings')}
                              </MenuItem>
                              <MenuItem icon={<ArrowUpload20Regular />} onClick={() => choose(template.id)}>
                                {t('newEdition')}
                              </MenuItem>
                            </>
                          )}
                          <MenuItem
                            icon={<ArrowDownload20Regular />}
                            onClick={() =>
                              void api
                                .download(downloadTemplate, { id: template.id }, template.fileName)
                                .catch(notify.failed)
                            }
                          >
                            {t('download')}
                          </MenuItem>
                        </MenuList>
                      </MenuPopover>
                    </Menu>
                  </div>
                </li>
              ))}
            </ul>
          </ListState>
        )}
        {tab === 'runs' && <RunList />}
        {tab === 'schedules' && manages && <ScheduleList />}
        <input
          ref={file}
          type="file"
          accept=".xlsx"
          hidden
          aria-label={t('upload')}
          onChange={(event) => {
            const [chosen] = event.target.files ?? [];
            if (chosen) void upload(chosen);
            event.target.value = '';
          }}
        />
      </div>
      {making && <MakeReport template={making} onClose={() => setMaking(null)} />}
      {editing && query.data && (
        <TemplateForm
          key={editing.id}
          template={query.data.rows.find(({ id }) => id === editing.id) ?? editing}
          fields={query.data.fields}
          onClose={() => setEditing(null)}
        />
      )}
      {scheduling && <ScheduleForm template={scheduling} onClose={() => setScheduling(null)} />}
    </Page>
  );
}
