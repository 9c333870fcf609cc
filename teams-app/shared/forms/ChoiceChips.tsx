import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { Checkmark12Filled } from '@fluentui/react-icons';
import { useImperativeHandle, useRef, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import { coarse, phone } from '../frame/breakpoints';
import { rowTokens } from '../theme';

const useStyles = makeStyles({
  root: { display: 'flex', flexWrap: 'wrap', gap: '6px' },
  chip: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: '4px',
    minHeight: '28px',
    maxWidth: '100%',
    padding: '2px 10px',
    boxSizing: 'border-box',
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusCircular,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontFamily: 'inherit',
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase200,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: rowTokens.rowHover,
      border: `1px solid ${tokens.colorNeutralStroke1Hover}`,
    },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
    [coarse]: { minHeight: '44px' },
  },
  small: { [phone]: { fontSize: tokens.fontSizeBase200 } },
  chosen: {
    border: `1px solid ${tokens.colorCompoundBrandStroke}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': {
      border: `1px solid ${tokens.colorCompoundBrandStrokeHover}`,
      backgroundColor: tokens.colorBrandBackground2Hover,
    },
    '@media (forced-colors: active)': { outline: '2px solid Highlight' },
  },
  tile: {
    position: 'relative',
    borderRadius: tokens.borderRadiusMedium,
    padding: '4px 7px',
    fontSize: tokens.fontSizeBase200,
  },
  mark: { flexShrink: 0 },
  // A tile's two lines keep their whole width.
  tileMark: { position: 'absolute', top: '5px', insetInlineEnd: '5px' },
  icon: { display: 'flex', flexShrink: 0 },
  texts: { display: 'flex', flexDirection: 'column', minWidth: 0 },
  detail: {
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    fontVariantNumeric: 'tabular-nums',
  },
  detailChosen: { color: 'inherit' },
});

export interface ChipChoice<T extends string> {
  value: T;
  text: string;
  /** A second line: the date a preset means. */
  detail?: string;
  icon?: ReactNode;
  title?: string;
}

export interface ChoiceChipsHandle {
  focus: () => void;
}

interface ChoiceChipsProps<T extends string> {
  ref?: Ref<ChoiceChipsHandle>;
  'aria-label'?: string;
  'aria-labelledby'?: string;
  choices: readonly ChipChoice<T>[];
  value: T | null;
  onChange: (value: T | null) => void;
  /** Pressing the chosen one again takes the choice back. */
  clearable?: boolean;
  /** Smaller words on a phone, so that they take fewer lines. */
  small?: boolean;
  className?: string;
}

/** One of a few, in sight: arrows walk, a digit picks by number, one press on a phone. */
export function ChoiceChips<T extends string>({
  ref,
  choices,
  value,
  onChange,
  clearable,
  small,
  className,
  ...aria
}: ChoiceChipsProps<T>) {
  const styles = useStyles();
  const root = useRef<HTMLDivElement>(null);
  const chips = () => [...(root.current?.querySelectorAll<HTMLButtonElement>('button') ?? [])];
  const chosenAt = choices.findIndex((choice) => choice.value === value);
  useImperativeHandle(ref, () => ({ focus: () => chips()[Math.max(chosenAt, 0)]?.focus() }));

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const all = chips();
    const at = all.indexOf(event.target as HTMLButtonElement);
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) - 1 : null;
    const to = step ? (at + step + all.length) % all.length : digit;
    const choice = to === null ? undefined : choices[to];
    if (to === null || !choice) return;
    event.preventDefault();
    all[to]?.focus();
    onChange(choice.value);
  };

  return (
    <div ref={root} role="radiogroup" className={mergeClasses(styles.root, className)} onKeyDown={onKeyDown} {...aria}>
      {choices.map((choice, index) => {
        const chosen = index === chosenAt;
        return (
          <button
            key={choice.value}
            type="button"
            role="radio"
            aria-checked={chosen}
            tabIndex={index === Math.max(chosenAt, 0) ? 0 : -1}
            title={choice.title}
            className={mergeClasses(
              styles.chip,
              small && styles.small,
              choice.detail !== undefined && styles.tile,
              chosen && styles.chosen,
            )}
            onClick={() => onChange(chosen && clearable ? null : choice.value)}
          >
            {chosen ? (
              <Checkmark12Filled
                className={mergeClasses(styles.mark, choice.detail !== undefined && styles.tileMark)}
                aria-hidden
              />
            ) : (
              choice.icon && <span className={styles.icon}>{choice.icon}</span>
            )}
            <span className={styles.texts}>
              {choice.text}
              {choice.detail !== undefined && (
                <span className={mergeClasses(styles.detail, chosen && styles.detailChosen)}>{choice.detail}</span>
              )}
            </span>
          </button>
        );
      })}
    </div>
  );
}
