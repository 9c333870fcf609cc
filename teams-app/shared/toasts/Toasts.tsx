import {
  Button,
  Link,
  Toast,
  ToastBody,
  Toaster,
  ToastFooter,
  ToastTitle,
  useId,
  useToastController,
} from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useRef, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { undoChange } from '../../../service/modules/system/system.contract';
import { api } from '../api';
import { useErrorText } from '../error-text';
import { phoneQuery } from '../frame/breakpoints';
import { useShortcuts } from '../keys/use-shortcuts';
import { useMedia } from '../use-media';
import { NotifyContext, type Notify } from './notify-context';

const undoForMs = 10_000;

interface ToastsProps {
  /** Above, where the foot of the screen holds its main button. */
  atTop?: boolean;
  children: ReactNode;
}

/** The one place where the screen says what happened; every write can be taken back from here. */
export function Toasts({ atTop, children }: ToastsProps) {
  const { t } = useTranslation();
  const toasterId = useId('toasts');
  const { dispatchToast, dismissToast, dismissAllToasts } = useToastController(toasterId);
  const errorText = useErrorText();
  const isPhone = useMedia(phoneQuery);
  const client = useQueryClient();
  const shown = useRef<string[]>([]);
  const lastUndo = useRef<{ run: () => void; until: number } | null>(null);

  const notify = useMemo<Notify>(() => {
    const failed: Notify['failed'] = (error, options = {}) =>
      dispatchToast(
        <Toast>
          <ToastTitle action={options.action && <Link onClick={options.action.run}>{options.action.label}</Link>}>
            {options.title ?? errorText(error)}
          </ToastTitle>
          {options.title && <ToastBody>{errorText(error)}</ToastBody>}
        </Toast>,
        { intent: 'error', timeout: 8000, pauseOnHover: true, politeness: 'assertive' },
      );

    const done: Notify['done'] = (text, { changeId, onUndone, detail } = {}) => {
      const toastId = `done-${crypto.randomUUID()}`;
      // A third would cover the screen; a limit would make the newest wait.
      shown.current.splice(0, shown.current.length - 1).forEach((id) => dismissToast(id));
      shown.current.push(toastId);
      const undo = async () => {
        if (!changeId) return;
        lastUndo.current = null;
        dismissToast(toastId);
        try {
          await api.call(undoChange, { changeId });
          onUndone?.();
          await client.invalidateQueries();
          dispatchToast(
            <Toast>
              <ToastTitle>{t('undone')}</ToastTitle>
            </Toast>,
            { intent: 'info', timeout: 3000 },
          );
        } catch (error) {
          failed(error);
        }
      };
      if (changeId) lastUndo.current = { run: () => void undo(), until: Date.now() + undoForMs };
      dispatchToast(
        <Toast>
          <ToastTitle
            action={
              changeId ? (
                <Button size="small" appearance="transparent" onClick={() => void undo()}>
                  {t('undo')}
                </Button>
              ) : undefined
            }
          >
            {text}
          </ToastTitle>
          {detail && <ToastBody>{detail}</ToastBody>}
        </Toast>,
        { toastId, intent: 'success', timeout: changeId ? undoForMs : 4000, pauseOnHover: true },
      );
    };

    const info: Notify['info'] = (text) =>
      dispatchToast(
        <Toast>
          <ToastTitle>{text}</ToastTitle>
        </Toast>,
        { intent: 'info', timeout: 4000 },
      );

    const told: Notify['told'] = (title, { detail, actions = [] } = {}) => {
      const toastId = `told-${crypto.randomUUID()}`;
      dispatchToast(
        <Toast>
          <ToastTitle
            action={
              <Button
                size="small"
                appearance="transparent"
                icon={<Dismiss16Regular />}
                aria-label={t('close')}
                onClick={() => dismissToast(toastId)}
              />
            }
          >
            {title}
          </ToastTitle>
          {detail && <ToastBody>{detail}</ToastBody>}
          {actions.length > 0 && (
            <ToastFooter>
              {actions.map(({ label, run }) => (
                <Button
                  key={label}
                  size="small"
                  onClick={() => {
                    dismissToast(toastId);
                    run();
                  }}
                >
                  {label}
                </Button>
              ))}
            </ToastFooter>
          )}
        </Toast>,
        { toastId, intent: 'info', timeout: 30_000, pauseOnHover: true, politeness: 'polite' },
      );
    };

    const clear = () => {
      lastUndo.current = null;
      shown.current = [];
      dismissAllToasts();
    };

    return { done, failed, info, told, clear };
  }, [client, dispatchToast, dismissToast, dismissAllToasts, errorText, t]);

  useShortcuts({
    'Ctrl+z': () => {
      const undo = lastUndo.current;
      if (undo && undo.until > Date.now()) undo.run();
    },
  });

  return (
    <NotifyContext value={notify}>
      {children}
      {/* Above the phone's bar. */}
      <Toaster
        toasterId={toasterId}
        position={atTop ? 'top-start' : 'bottom-start'}
        offset={atTop ? { vertical: 4, horizontal: 8 } : { vertical: isPhone ? 68 : 16, horizontal: isPhone ? 8 : 16 }}
      />
    </NotifyContext>
  );
}
