import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  OverlayDrawer,
  type OverlayDrawerProps,
} from '@fluentui/react-components';
import { Dismiss24Regular } from '@fluentui/react-icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMedia } from '../use-media';
import { phoneQuery } from './breakpoints';

interface SideDrawerProps {
  title: ReactNode;
  size?: OverlayDrawerProps['size'];
  /** Of what is in it. */
  className?: string;
  onClose: () => void;
  children: ReactNode;
}

/** Something looked at from the side, over any screen; the whole screen of a phone. */
export function SideDrawer({ title, size = 'medium', className, onClose, children }: SideDrawerProps) {
  const { t } = useTranslation();
  const isPhone = useMedia(phoneQuery);
  return (
    <OverlayDrawer
      open
      position="end"
      size={isPhone ? 'full' : size}
      onOpenChange={(_, { open }) => !open && onClose()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={<Button appearance="subtle" icon={<Dismiss24Regular />} aria-label={t('close')} onClick={onClose} />}
        >
          {title}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody className={className}>{children}</DrawerBody>
    </OverlayDrawer>
  );
}
