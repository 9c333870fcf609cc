import { Button } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';
import { i18n } from '../texts/i18n';
import { Message } from './Message';

type Fall = 'none' | 'error' | 'notFetched';

/** What stands where a screen fell: what happened, what is safe, what to press. */
export class Crash extends Component<{ children: ReactNode }, { fall: Fall }> {
  override state = { fall: 'none' as Fall };

  static getDerivedStateFromError(error: unknown): { fall: Fall } {
    // The line is down, or a new version has replaced the files of this one: only a reload fetches the screen.
    const notFetched = error instanceof Error && /dynamically imported module|module script/i.test(error.message);
    return { fall: notFetched ? 'notFetched' : 'error' };
  }

  override render(): ReactNode {
    const { fall } = this.state;
    if (fall === 'none') return this.props.children;
    const reload = (
      <Button appearance={fall === 'notFetched' ? 'primary' : undefined} onClick={() => window.location.reload()}>
        {i18n.t('state.reload')}
      </Button>
    );
    if (fall === 'notFetched') {
      return (
        <Message
          role="alert"
          tone="error"
          title={i18n.t('state.notFetched')}
          text={i18n.t('state.notFetchedHint')}
          action={reload}
        />
      );
    }
    return (
      <Message
        role="alert"
        tone="error"
        title={i18n.t('state.crashed')}
        text={i18n.t('state.crashedHint')}
        action={
          <>
            <Button appearance="primary" onClick={() => this.setState({ fall: 'none' })}>
              {i18n.t('retry')}
            </Button>
            {reload}
          </>
        }
      />
    );
  }
}
