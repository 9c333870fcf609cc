import { Avatar, Button, makeStyles, mergeClasses, Text, Textarea, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { Account } from '../../mailbox/letter';
import { language, useTexts } from '../shared/TextsProvider';
import { pressCard, readChat, say, type ChatState } from './ask-chat';
import { CardView } from './CardView';

const useStyles = makeStyles({
  root: {
    flexGrow: 1,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground2,
    color: tokens.colorNeutralForeground1,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    gap: '8px',
    padding: '10px 20px',
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  messages: {
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    listStyle: 'none',
    margin: 0,
    padding: '16px 20px',
    display: 'flex',
    flexDirection: 'column',
    gap: '12px',
  },
  message: {
    maxWidth: 'min(560px, 92%)',
    padding: '8px 12px',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow2,
    // Seen in high contrast alone.
    border: `1px solid ${tokens.colorTransparentStroke}`,
    overflowWrap: 'anywhere',
  },
  own: { alignSelf: 'flex-end', backgroundColor: tokens.colorBrandBackground2 },
  time: { display: 'block', color: tokens.colorNeutralForeground3 },
  error: { color: tokens.colorStatusDangerForeground1 },
  tries: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: '6px',
    padding: '0 20px 8px',
    // On a telephone the messages need the room.
    '@media (max-width: 600px)': { display: 'none' },
  },
  write: { display: 'flex', alignItems: 'end', gap: '8px', padding: '0 20px 16px' },
  text: { flexGrow: 1 },
});

/** A chat that looks like the one in Teams, with the bot at the other end. */
export function ChatPage({ account }: { account: Account }) {
  const { chat: words } = useTexts();
  const styles = useStyles();
  const [state, setState] = useState<ChatState | null>(null);
  const [failed, setFailed] = useState(false);
  const [text, setText] = useState('');
  const [refused, setRefused] = useState<{ messageId: string; words: string } | null>(null);
  const end = useRef<HTMLLIElement>(null);
  const { address } = account;

  useEffect(() => {
    const leaving = new AbortController();
    void (async () => {
      let since: number | null = null;
      while (!leaving.signal.aborted) {
        try {
          const next = await readChat(address, since, leaving.signal);
          since = next.version;
          setState(next);
          setFailed(false);
        } catch {
          if (leaving.signal.aborted) return;
          setFailed(true);
          await new Promise((go) => setTimeout(go, 3000));
        }
      }
    })();
    return () => leaving.abort();
  }, [address]);
  const count = state?.messages.length ?? 0;
  useEffect(() => {
    end.current?.scrollIntoView({ block: 'end' });
  }, [count]);

  const send = (message: string) => {
    if (!message.trim()) return;
    setText('');
    void say(address, message).catch(() => setFailed(true));
  };
  const time = (at: string) => new Date(at).toLocaleTimeString(language, { hour: '2-digit', minute: '2-digit' });

  return (
    <section className={styles.root} aria-label={words.title}>
      <div className={styles.head}>
        <Avatar name={words.title} color="brand" />
        <Text weight="semibold">{words.title}</Text>
        <Text size={200} className={styles.quiet}>
          {state?.typing ? words.typing : words.bot}
        </Text>
      </div>
      <ul className={styles.messages} aria-live="polite">
        {state?.messages.map((message) => (
          <li key={message.id} className={mergeClasses(styles.message, message.from === 'person' && styles.own)}>
            {message.text && <Text>{message.text}</Text>}
            {message.cards.map((card, index) => (
              <CardView
                key={index}
                card={card}
                onPress={(action) => {
                  setRefused(null);
                  void pressCard(address, message.id, action).then(
                    ({ error }) => error && setRefused({ messageId: message.id, words: error }),
                    () => setFailed(true),
                  );
                }}
              />
            ))}
            {refused?.messageId === message.id && (
              <Text role="alert" className={styles.error}>
                {refused.words}
              </Text>
            )}
            <Text size={100} className={styles.time}>
              {time(message.at)}
            </Text>
          </li>
        ))}
        {failed && (
          <li role="alert" className={styles.error}>
            {words.failed}
          </li>
        )}
        <li ref={end} aria-hidden />
      </ul>
      <div className={styles.tries}>
        <Text size={200} className={styles.quiet}>
          {words.say}:
        </Text>
        {words.tries.map((one) => (
          <Button
            key={one}
            size="small"
            shape="circular"
            onClick={() => (one.includes('…') ? setText(one) : send(one))}
          >
            {one}
          </Button>
        ))}
      </div>
      <form
        className={styles.write}
        onSubmit={(event) => {
          event.preventDefault();
          send(text);
        }}
      >
        <Textarea
          className={styles.text}
          value={text}
          rows={1}
          aria-label={words.write}
          placeholder={words.write}
          onChange={(_, { value }) => setText(value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) {
              event.preventDefault();
              send(text);
            }
          }}
        />
        <Button type="submit" appearance="primary" icon={<SendRegular />} aria-label={words.send} />
      </form>
    </section>
  );
}
