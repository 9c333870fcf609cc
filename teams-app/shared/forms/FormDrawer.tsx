import {
  Button,
  DrawerBody,
  DrawerFooter,
  DrawerHeader,
  DrawerHeaderTitle,
  makeStyles,
  MessageBar,
  MessageBarBody,
  OverlayDrawer,
  tokens,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons';
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { phoneQuery } from '../frame/breakpoints';
import { useMedia } from '../use-media';
import { ConflictDialog } from './ConflictDialog';
import { DiscardDialog } from './DiscardDialog';
import type { Clash, Form } from './use-form';

const useStyles = makeStyles({
  // The form is the drawer's column: header and buttons stay, the fields scroll.
  form: { display: 'flex', flexDirection: 'column', width: '100%', height: '100%', minHeight: 0 },
  fields: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    paddingBottom: tokens.spacingVerticalL,
  },
  footer: { justifyContent: 'flex-start', flexWrap: 'wrap' },
  end: { marginInlineStart: 'auto' },
});

interface FormDrawerProps<V extends object> {
  title: string;
  form: Pick<Form<V>, 'dirty' | 'busy' | 'refusals' | 'failure' | 'submit' | 'resolve' | 'giveUp' | 'labels'> & {
    clashes: Clash<V>[] | null;
  };
  onClose: () => void;
  /** What the button says, when not «Save». */
  saveText?: string;
  /** How a value reads in the conflict dialog. */
  show?: (name: keyof V & string, value: V[keyof V]) => string;
  /** A button at the other end of the footer: delete. */
  extra?: ReactNode;
  children: ReactNode;
}

/** A form that slides in from the side (over the whole screen of a phone). Ctrl+Enter saves, Escape closes. */
export function FormDrawer<V extends object>({
  title,
  form,
  onClose,
  saveText,
  show,
  extra,
  children,
}: FormDrawerProps<V>) {
  const { t } = useTranslation();
  const styles = useStyles();
  const isPhone = useMedia(phoneQuery);
  const fields = useRef<HTMLDivElement>(null);
  const [asking, setAsking] = useState(false);
  const close = () => (form.dirty ? setAsking(true) : onClose());
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    if (!form.busy) void form.submit();
  };
  // The fault may be out of sight, above or below.
  useEffect(() => {
    if (form.refusals > 0) fields.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [form.refusals]);

  return (
    <OverlayDrawer
      open
      position="end"
      size={isPhone ? 'full' : 'medium'}
      onOpenChange={(_, { open }) => !open && close()}
    >
      <form
        className={styles.form}
        noValidate
        onSubmit={submit}
        onKeyDown={(event) => event.key === 'Enter' && (event.ctrlKey || event.metaKey) && submit(event)}
      >
        <DrawerHeader>
          <DrawerHeaderTitle
            action={<Button appearance="subtle" icon={<Dismiss24Regular />} aria-label={t('close')} onClick={close} />}
          >
            {title}
          </DrawerHeaderTitle>
        </DrawerHeader>
        <DrawerBody>
          <div ref={fields} className={styles.fields}>
            {form.failure && (
              <MessageBar intent="error" role="alert" layout="multiline">
                <MessageBarBody>{form.failure}</MessageBarBody>
              </MessageBar>
            )}
            {children}
          </div>
        </DrawerBody>
        <DrawerFooter className={styles.footer}>
          {/* Focusable while it saves: a focus that vanishes would leave the drawer deaf to Escape. */}
          <Button appearance="primary" type="submit" disabledFocusable={form.busy}>
            {form.busy ? t('saving') : (saveText ?? t('save'))}
          </Button>
          <Button onClick={close}>{t('cancel')}</Button>
          {extra && <div className={styles.end}>{extra}</div>}
        </DrawerFooter>
      </form>
      {asking && <DiscardDialog onDiscard={onClose} onKeep={() => setAsking(false)} />}
      {form.clashes && (
        <ConflictDialog
          clashes={form.clashes}
          labels={form.labels}
          show={show}
          onResolve={(chosen) => void form.resolve(chosen)}
          onCancel={form.giveUp}
        />
      )}
    </OverlayDrawer>
  );
}
