import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { i18n } from '../texts/i18n';
import { Message } from './Message';

/** What stands where a screen fell: what happened, what is safe, what to press. */
export class Crash extends Component<{ children: ReactNode }, { fallen: boolean }> {
  override state = { fallen: false };

  static getDerivedStateFromError(): { fallen: boolean } {
    return { fallen: true };
  }

  override render(): ReactNode {
    if (!this.state.fallen) return this.props.children;
    return (
      <Message
        role="alert"
        tone="error"
        title={i18n.t('state.crashed')}
        text={i18n.t('state.crashedHint')}
        action={
          <>
            <Button appearance="primary" onClick={() => this.setState({ fallen: false })}>
              {i18n.t('retry')}
            </Button>
            <Button onClick={() => window.location.reload()}>{i18n.t('state.reload')}</Button>
          </>
        }
      />
    );
  }
}
