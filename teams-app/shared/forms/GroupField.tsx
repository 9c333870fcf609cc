import { Field, FieldContextProvider } from '@fluentui/react-components';
import type { ReactNode } from 'react';

interface GroupFieldProps {
  label: string;
  fault?: string;
  hint?: string;
  className?: string;
  children: ReactNode;
}

/** One label over several controls. A plain Field would give them all the same id. */
export function GroupField({ label, fault, hint, className, children }: GroupFieldProps) {
  return (
    <Field label={label} validationMessage={fault} hint={hint}>
      {(props) => (
        <div {...props} role="group" className={className}>
          <FieldContextProvider value={undefined}>{children}</FieldContextProvider>
        </div>
      )}
    </Field>
  );
}
