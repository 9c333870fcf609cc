import { Field, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { companyStatuses, contactRoles, purchasingPowers } from '../../../service/modules/companies/companies.contract';
import { countries } from '../../../service/modules/working-time/working-time.contract';
import { CitiesPicker } from '../../shared/forms/CitiesPicker';
import { DateField, SelectField, TextField } from '../../shared/forms/fields';
import { PeoplePicker } from '../../shared/forms/PeoplePicker';
import type { FieldBinding } from '../../shared/forms/use-form';
import { useSeesOthers } from '../../shared/session';
import { zoneChoices } from '../../shared/time/zones';
import { listed, type CompanyFilter, type FilterName } from './company-filter';

const useStyles = makeStyles({
  group: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(220px, 100%), 1fr))',
    gap: tokens.spacingVerticalM,
    alignItems: 'start',
  },
  heading: { margin: 0, gridColumn: '1 / -1' },
});

interface FilterFieldsProps {
  draft: CompanyFilter;
  onChange: (some: CompanyFilter) => void;
}

/** One control for each field of the filter, grouped by what it is about. */
export function FilterFields({ draft, onChange }: FilterFieldsProps) {
  const { t, i18n } = useTranslation(['companies', 'shared']);
  const seesOthers = useSeesOthers();
  const zones = zoneChoices(draft.timeZone ?? '', i18n.language).map(({ zone, text }) => ({ value: zone, text }));
  const bind = (name: FilterName): FieldBinding<string> => ({
    name,
    label: t(`filter.field.${name}`),
    value: draft[name] ?? '',
    onChange: (value) => onChange({ [name]: value || undefined }),
    fault: undefined,
  });
  const any = { value: '', text: t('filter.any') };
  const flag = (on: string, off: string) => [any, { value: 'true', text: on }, { value: 'false', text: off }];

  return (
    <>
      <Group title={t('filter.group.company')}>
        <TextField {...bind('search')} maxLength={200} />
        <SelectField
          {...bind('status')}
          choices={[any, ...companyStatuses.map((value) => ({ value, text: t(`shared:status.${value}`) }))]}
        />
        <Field label={t('filter.field.city')}>
          <CitiesPicker
            aria-label={t('filter.field.city')}
            placeholder={t('filter.allCities')}
            value={listed(draft.city)}
            onChange={(cities) => onChange({ city: cities.join(',') || undefined })}
          />
        </Field>
        <TextField {...bind('region')} hint={t('filter.regionHint')} maxLength={200} />
        <SelectField
          {...bind('country')}
          choices={[any, ...countries.map((value) => ({ value, text: t(`shared:country.${value}`) }))]}
        />
        <SelectField {...bind('timeZone')} choices={[any, ...zones]} />
        <SelectField
          {...bind('purchasingPower')}
          choices={[any, ...purchasingPowers.map((value) => ({ value, text: t(`shared:purchasingPower.${value}`) }))]}
        />
        <TextField {...bind('inn')} inputMode="numeric" maxLength={12} />
        <TextField {...bind('source')} hint={t('filter.sourceHint')} maxLength={100} />
      </Group>
      <Group title={t('filter.group.people')}>
        {seesOthers && (
          <Field label={t('filter.field.owner')}>
            <PeoplePicker
              placeholder={t('filter.allPeople')}
              value={listed(draft.owner)}
              onChange={(people) => onChange({ owner: people.join(',') || undefined })}
            />
          </Field>
        )}
        <SelectField
          {...bind('contactRole')}
          choices={[any, ...contactRoles.map((value) => ({ value, text: t(`shared:contactRole.${value}`) }))]}
        />
      </Group>
      <Group title={t('filter.group.next')}>
        <SelectField {...bind('noNext')} choices={flag(t('filter.noNext'), t('filter.hasNext'))} />
        <TextField {...bind('postponedAtLeast')} type="number" inputMode="numeric" />
        <DateField {...bind('nextFrom')} />
        <DateField {...bind('nextTo')} />
      </Group>
      <Group title={t('filter.group.talk')}>
        <TextField {...bind('silentDays')} type="number" inputMode="numeric" hint={t('filter.silentHint')} />
        <SelectField {...bind('callableNow')} choices={flag(t('filter.callableNow'), t('filter.notCallableNow'))} />
      </Group>
      <Group title={t('filter.group.created')}>
        <DateField {...bind('createdFrom')} />
        <DateField {...bind('createdTo')} />
      </Group>
    </>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <section className={styles.group} aria-label={title}>
      <Text as="h3" size={400} weight="semibold" className={styles.heading}>
        {title}
      </Text>
      {children}
    </section>
  );
}
