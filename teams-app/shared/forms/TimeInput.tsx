import { Combobox, Input, makeStyles, mergeClasses, Option, type InputProps } from '@fluentui/react-components';
import { useState } from 'react';
import { minutesText } from '../time/zone-time';
import { parseTypedTime } from '../time/typed-time';
import { useMedia } from '../use-media';

const useStyles = makeStyles({ root: { minWidth: '96px', '& input': { minWidth: 0, width: '100%' } } });

const everyMinutes = 30;
/** The working day, with room on both sides. */
const choices = Array.from({ length: 28 }, (_, index) => minutesText(7 * 60 + index * everyMinutes));

export interface TimeInputProps extends Pick<
  InputProps,
  'id' | 'className' | 'aria-label' | 'aria-labelledby' | 'aria-describedby'
> {
  /** `HH:MM`, empty when there is none. */
  value: string;
  onChange: (time: string) => void;
}

/** A time of day typed («9», «930») or picked; 24 hours whatever the browser thinks. */
export function TimeInput({ value, onChange, className, ...props }: TimeInputProps) {
  const styles = useStyles();
  const touch = useMedia('(pointer: coarse)');
  const [typed, setTyped] = useState<string | null>(null);
  if (touch) {
    return (
      <Input {...props} className={className} type="time" value={value} onChange={(_, data) => onChange(data.value)} />
    );
  }
  const settle = () => {
    if (typed === null) return;
    const time = parseTypedTime(typed);
    if (time || !typed.trim()) onChange(time ?? '');
    setTyped(null);
  };
  return (
    <Combobox
      {...props}
      className={mergeClasses(styles.root, className)}
      freeform
      listbox={{ style: { maxHeight: '240px' } }}
      value={typed ?? value}
      selectedOptions={[value]}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={settle}
      onKeyDown={(event) => event.key === 'Enter' && settle()}
      onOptionSelect={(_, { optionValue }) => {
        setTyped(null);
        if (optionValue) onChange(optionValue);
      }}
    >
      {choices.map((time) => (
        <Option key={time} value={time}>
          {time}
        </Option>
      ))}
    </Combobox>
  );
}
