import { Button, Input, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { Add16Regular, Delete20Regular, TextBulletListAdd20Regular } from '@fluentui/react-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { units } from '../../../service/modules/catalog/catalog.contract';
import { GroupField } from '../forms/GroupField';
import { phone } from '../frame/breakpoints';
import { moneyText } from '../format/money';
import { CatalogInput } from './CatalogInput';
import { draftAmount, emptyLine, isBlank, totalOf, type LineDraft } from './line-draft';
import { PasteLines } from './PasteLines';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  line: {
    display: 'grid',
    gridTemplateColumns: 'repeat(6, minmax(0, 1fr))',
    gap: '6px',
    margin: 0,
    padding: '8px',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  half: { gridColumn: 'span 3' },
  third: { gridColumn: 'span 2', minWidth: 0 },
  number: {
    width: '100%',
    minWidth: 0,
    '& input': { textAlign: 'end', fontVariantNumeric: 'tabular-nums', minWidth: 0 },
  },
  pair: { gridColumn: 'span 2', display: 'grid', gridTemplateColumns: '1fr 84px', gap: '6px' },
  end: {
    gridColumn: 'span 2',
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: '4px',
    fontVariantNumeric: 'tabular-nums',
    [phone]: { gridColumn: 'span 6' },
  },
  price: { gridColumn: 'span 2', [phone]: { gridColumn: 'span 3' } },
  quantity: { [phone]: { gridColumn: 'span 3' } },
  foot: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  total: { marginInlineStart: 'auto', fontVariantNumeric: 'tabular-nums' },
});

interface LinesFieldProps {
  label: string;
  value: LineDraft[];
  onChange: (lines: LineDraft[]) => void;
  fault: string | undefined;
}

/** What is wanted: equipment level by level, each offering what was met under the one before. */
export function LinesField({ label, value, onChange, fault }: LinesFieldProps) {
  const { t, i18n } = useTranslation('deals');
  const styles = useStyles();
  const [pasting, setPasting] = useState(false);
  const [fresh, setFresh] = useState<number | null>(null);
  const lines = value.length ? value : [emptyLine];
  const change = (index: number, some: Partial<LineDraft>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...some } : line)));
  return (
    <GroupField label={label} fault={fault} className={styles.root}>
      {lines.map((line, index) => {
        const amount = draftAmount(line);
        const { type, name, subName } = line;
        return (
          <fieldset key={index} className={styles.line} aria-label={t('lines.line', { n: index + 1 })}>
            <div className={styles.half}>
              <CatalogInput
                level="type"
                chosen={{}}
                label={t('lines.type')}
                value={line.type}
                maxLength={120}
                autoFocus={index === fresh}
                onChange={(text) => change(index, { type: text })}
              />
            </div>
            <div className={styles.half}>
              <CatalogInput
                level="name"
                chosen={{ type }}
                label={t('lines.name')}
                value={line.name}
                maxLength={120}
                onChange={(text) => change(index, { name: text })}
              />
            </div>
            <div className={styles.half}>
              <CatalogInput
                level="subName"
                chosen={{ type, name }}
                label={t('lines.subName')}
                value={line.subName}
                maxLength={120}
                onChange={(text) => change(index, { subName: text })}
              />
            </div>
            <div className={styles.half}>
              <CatalogInput
                level="capacity"
                chosen={{ type, name, subName }}
                label={t('lines.capacity')}
                value={line.capacity}
                maxLength={60}
                onChange={(text) => change(index, { capacity: text })}
                onItem={({ price, unit }) =>
                  change(index, {
                    unit,
                    ...(price !== null && !line.price ? { price: String(price / 100).replace('.', ',') } : {}),
                  })
                }
              />
            </div>
            <div className={`${styles.pair} ${styles.quantity}`}>
              <Input
                className={styles.number}
                inputMode="decimal"
                aria-label={t('lines.quantity')}
                value={line.quantity}
                onChange={(_, data) => change(index, { quantity: data.value })}
              />
              <Select
                aria-label={t('lines.unit')}
                value={line.unit}
                style={{ minWidth: 0 }}
                onChange={(_, data) => change(index, { unit: data.value })}
              >
                {[...new Set([...units, line.unit])].map((unit) => (
                  <option key={unit}>{unit}</option>
                ))}
              </Select>
            </div>
            <div className={styles.price}>
              <Input
                className={styles.number}
                inputMode="decimal"
                aria-label={t('lines.price')}
                placeholder={t('lines.price')}
                value={line.price}
                onChange={(_, data) => change(index, { price: data.value })}
              />
            </div>
            <div className={styles.end}>
              {amount !== null && <Text>{moneyText(amount, i18n.language)}</Text>}
              {(lines.length > 1 || !isBlank(line)) && (
                <Button
                  appearance="subtle"
                  icon={<Delete20Regular />}
                  aria-label={t('lines.remove', { n: index + 1 })}
                  onClick={() => onChange(lines.filter((_, at) => at !== index))}
                />
              )}
            </div>
          </fieldset>
        );
      })}
      <div className={styles.foot}>
        <Button
          size="small"
          icon={<Add16Regular />}
          onClick={() => {
            setFresh(lines.length);
            onChange([...lines, emptyLine]);
          }}
        >
          {t('lines.add')}
        </Button>
        <Button size="small" appearance="subtle" icon={<TextBulletListAdd20Regular />} onClick={() => setPasting(true)}>
          {t('lines.fromText')}
        </Button>
        <Text weight="semibold" className={styles.total}>
          {t('lines.total')} {moneyText(totalOf(lines), i18n.language)}
        </Text>
      </div>
      {pasting && (
        <PasteLines
          onAdd={(read) => {
            onChange([...lines.filter((line) => !isBlank(line)), ...read]);
            setPasting(false);
          }}
          onClose={() => setPasting(false)}
        />
      )}
    </GroupField>
  );
}
