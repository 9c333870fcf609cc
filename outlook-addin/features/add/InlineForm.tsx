import { Button, makeStyles, MessageBar, MessageBarBody, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS },
  foot: {
    position: 'sticky',
    bottom: 0,
    zIndex: 1,
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    paddingBlock: '8px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

interface InlineFormProps {
  label: string;
  saveText: string;
  form: { busy: boolean; failure: string | null; submit: () => Promise<void> };
  onCancel?: () => void;
  children: ReactNode;
}

/** A form in the flow of the pane, which has no room for a drawer. */
export function InlineForm({ label, saveText, form, onCancel, children }: InlineFormProps) {
  const { t } = useTranslation();
  const styles = useStyles();
  return (
    <form
      className={styles.root}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!form.busy) void form.submit();
      }}
    >
      {form.failure && (
        <MessageBar intent="error" role="alert" layout="multiline">
          <MessageBarBody>{form.failure}</MessageBarBody>
        </MessageBar>
      )}
      {children}
      <div className={styles.foot}>
        <Button type="submit" appearance="primary" disabledFocusable={form.busy}>
          {form.busy ? t('saving') : saveText}
        </Button>
        {onCancel && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
    </form>
  );
}
