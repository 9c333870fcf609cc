import { Button, Card, makeStyles, Text, Title1, Title3, tokens } from '@fluentui/react-components';
import { CallRegular, GlobeRegular, MailRegular, type FluentIcon } from '@fluentui/react-icons';
import { useTexts } from '../shared/TextsProvider';
import { teamsThemes } from '../shared/themes';
import { Themed } from '../shared/mount';
import { usePrefersDark } from '../shared/use-prefers-dark';
import { Accounts } from './Accounts';

const useStyles = makeStyles({
  page: {
    minHeight: '100%',
    boxSizing: 'border-box',
    padding: '48px 24px',
    backgroundColor: tokens.colorNeutralBackground2,
  },
  column: { maxWidth: '1040px', margin: '0 auto', display: 'flex', flexDirection: 'column', gap: '24px' },
  lead: { maxWidth: '640px', color: tokens.colorNeutralForeground2 },
  cards: { display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(260px, 1fr))', gap: '16px' },
  card: { padding: '20px', display: 'flex', flexDirection: 'column', gap: '12px' },
  heading: { display: 'flex', alignItems: 'center', gap: '8px', margin: 0 },
  icon: { fontSize: '24px', color: tokens.colorBrandForeground1 },
  steps: { margin: 0, paddingLeft: '20px', flexGrow: 1, display: 'flex', flexDirection: 'column', gap: '6px' },
  title: { margin: 0 },
});

export function StartPage() {
  const { start } = useTexts();
  const styles = useStyles();
  const dark = usePrefersDark();
  return (
    <Themed theme={dark ? teamsThemes.dark : teamsThemes.default}>
      <main className={styles.page}>
        <div className={styles.column}>
          <Title1 as="h1" className={styles.title}>
            {start.title}
          </Title1>
          <Text className={styles.lead} size={400}>
            {start.lead}
          </Text>
          <div className={styles.cards}>
            <Place
              icon={MailRegular}
              title={start.outlook}
              what={start.outlookWhat}
              steps={start.outlookTry}
              open={start.outlookOpen}
              href="./outlook.html"
            />
            <Place
              icon={CallRegular}
              title={start.teams}
              what={start.teamsWhat}
              steps={start.teamsTry}
              open={start.teamsOpen}
              href="./teams.html"
            />
            <Place
              icon={GlobeRegular}
              title={start.browser}
              what={start.browserWhat}
              steps={start.browserTry}
              open={start.browserOpen}
              href="/"
            />
          </div>
          <Accounts />
        </div>
      </main>
    </Themed>
  );
}

interface PlaceProps {
  icon: FluentIcon;
  title: string;
  what: string;
  steps: string[];
  open: string;
  href: string;
}

function Place({ icon: Icon, title, what, steps, open, href }: PlaceProps) {
  const styles = useStyles();
  return (
    <Card className={styles.card}>
      <Title3 as="h2" className={styles.heading}>
        <Icon className={styles.icon} aria-hidden />
        {title}
      </Title3>
      <Text>{what}</Text>
      <ol className={styles.steps}>
        {steps.map((step) => (
          <li key={step}>
            <Text>{step}</Text>
          </li>
        ))}
      </ol>
      <Button as="a" appearance="primary" href={href}>
        {open}
      </Button>
    </Card>
  );
}
