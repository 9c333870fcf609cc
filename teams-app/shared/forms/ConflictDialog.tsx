import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  makeStyles,
  Radio,
  RadioGroup,
  Text,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Clash } from './use-form';
import { useShownValue } from './shown-value';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  value: { overflowWrap: 'anywhere', whiteSpace: 'pre-wrap' },
  which: { color: tokens.colorNeutralForeground3 },
});

type Side = 'mine' | 'theirs';

interface ConflictDialogProps<V extends object> {
  clashes: Clash<V>[];
  labels: Record<keyof V & string, string>;
  show?: (name: keyof V & string, value: V[keyof V]) => string;
  onResolve: (chosen: Partial<V>) => void;
  onCancel: () => void;
}

/** Two people changed the same field: whose value stays is asked for each, and nothing is overwritten unseen. */
export function ConflictDialog<V extends object>({
  clashes,
  labels,
  show,
  onResolve,
  onCancel,
}: ConflictDialogProps<V>) {
  const { t } = useTranslation();
  const styles = useStyles();
  const shownValue = useShownValue();
  const [sides, setSides] = useState<Partial<Record<string, Side>>>({});
  const sideOf = (name: string): Side => sides[name] ?? 'mine';
  const text = (name: keyof V & string, value: V[keyof V]) => (show ? show(name, value) : shownValue(value));
  const all = (side: Side) => setSides(Object.fromEntries(clashes.map(({ name }) => [name, side])));
  const resolve = () =>
    onResolve(Object.fromEntries(clashes.map((clash) => [clash.name, clash[sideOf(clash.name)]])) as Partial<V>);

  return (
    <Dialog open modalType="alert">
      <DialogSurface>
        <DialogBody>
          <DialogTitle>{t('conflict.title')}</DialogTitle>
          <DialogContent className={styles.content}>
            <Text>{t('conflict.intro')}</Text>
            {clashes.map(({ name, mine, theirs }) => (
              <div key={name}>
                <Text weight="semibold" id={`clash-${name}`} block>
                  {labels[name]}
                </Text>
                <RadioGroup
                  aria-labelledby={`clash-${name}`}
                  value={sideOf(name)}
                  onChange={(_, data) => setSides((before) => ({ ...before, [name]: data.value as Side }))}
                >
                  {(
                    [
                      ['mine', mine],
                      ['theirs', theirs],
                    ] as const
                  ).map(([side, value]) => (
                    <Radio
                      key={side}
                      value={side}
                      label={
                        <>
                          <Text size={200} block className={styles.which}>
                            {t(`conflict.${side}`)}
                          </Text>
                          <span className={styles.value}>{text(name, value)}</span>
                        </>
                      }
                    />
                  ))}
                </RadioGroup>
              </div>
            ))}
          </DialogContent>
          <DialogActions fluid>
            <Button onClick={() => all('mine')}>{t('conflict.takeMine')}</Button>
            <Button onClick={() => all('theirs')}>{t('conflict.takeTheirs')}</Button>
            <Button onClick={onCancel}>{t('cancel')}</Button>
            <Button appearance="primary" onClick={resolve}>
              {t('conflict.save')}
            </Button>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
