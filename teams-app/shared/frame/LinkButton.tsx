import { Button, type ButtonProps } from '@fluentui/react-components';
import type { MouseEvent, ReactNode } from 'react';
import { useHref, useNavigate } from 'react-router-dom';

interface LinkButtonProps {
  to: string;
  appearance?: ButtonProps['appearance'];
  size?: ButtonProps['size'];
  icon?: ButtonProps['icon'];
  children?: ReactNode;
  'aria-label'?: string;
}

/** A real link that looks like a button: it opens in a new window on a middle click and inside the tab on a plain one. */
export function LinkButton({ to, children, ...props }: LinkButtonProps) {
  const href = useHref(to);
  const navigate = useNavigate();
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    void navigate(to);
  };
  return (
    <Button as="a" href={href} onClick={open} {...props}>
      {children}
    </Button>
  );
}
