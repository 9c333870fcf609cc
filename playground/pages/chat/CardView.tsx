import { makeStyles, tokens } from '@fluentui/react-components';
import { AdaptiveCard, ExecuteAction, HostConfig, OpenUrlAction, type Action } from 'adaptivecards';
import { useEffect, useRef } from 'react';

const useStyles = makeStyles({
  root: {
    '& button': {
      fontFamily: 'inherit',
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      padding: '5px 12px',
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
      cursor: 'pointer',
    },
    '& button:hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    '& button.style-positive': {
      backgroundColor: tokens.colorBrandBackground,
      color: tokens.colorNeutralForegroundOnBrand,
      border: '1px solid transparent',
    },
    '& input, & textarea, & select': {
      fontFamily: 'inherit',
      fontSize: tokens.fontSizeBase300,
      width: '100%',
      boxSizing: 'border-box',
      padding: '5px 8px',
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
    },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& .ac-selectable': { cursor: 'pointer', borderRadius: tokens.borderRadiusMedium },
    '& .ac-selectable:hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    '& .ac-actionSet': { flexWrap: 'wrap', rowGap: '8px' },
  },
});

const colour = (plain: string, subtle = plain) => ({ default: plain, subtle });
const foregroundColors = {
  default: colour('var(--colorNeutralForeground1)', 'var(--colorNeutralForeground3)'),
  accent: colour('var(--colorBrandForeground1)'),
  attention: colour('var(--colorStatusDangerForeground1)'),
  good: colour('var(--colorStatusSuccessForeground1)'),
  warning: colour('var(--colorStatusWarningForeground1)'),
};

/** Near to what Teams does to a card. */
const hostConfig = new HostConfig({
  fontFamily: 'inherit',
  fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
  lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: 'var(--colorNeutralStroke2)' },
  containerStyles: {
    default: { backgroundColor: 'transparent', foregroundColors },
    emphasis: { backgroundColor: 'var(--colorNeutralBackground3)', foregroundColors },
  },
  actions: {
    maxActions: 6,
    buttonSpacing: 8,
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    spacing: 'medium',
  },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 140 },
    value: { wrap: true },
    spacing: 12,
  },
  inputs: { label: { inputSpacing: 4, requiredInputs: {}, optionalInputs: {} } },
});

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** The little of Markdown that Teams shows in a card: bold, links, and signs that are meant as they stand. */
AdaptiveCard.onProcessMarkdown = (text, result) => {
  // Put aside under a sign of the private use area, which no text holds.
  const kept: string[] = [];
  const keep = (sign: string) => `\uE000${kept.push(sign) - 1}\uE000`;
  result.outputHtml = text
    .replace(/\\([\\*_[\]()#`~>|])/g, (_, sign: string) => keep(sign))
    .replace(/[&<>"]/g, (sign) => escapes[sign]!)
    .replace(/\*\*([^*]+)\*\*/g, '<strong>$1</strong>')
    .replace(/\[([^\]]+)\]\(((?:https?|tel|mailto):[^)\s]+)\)/g, '<a href="$2">$1</a>')
    .replace(/\uE000(\d+)\uE000/g, (_, at: string) => escapes[kept[Number(at)]!] ?? kept[Number(at)]!);
  result.didProcess = true;
};

interface CardViewProps {
  card: Record<string, unknown>;
  onPress: (action: { verb: string; data: unknown; title?: string }) => void;
}

export function CardView({ card, onPress }: CardViewProps) {
  const styles = useStyles();
  const place = useRef<HTMLDivElement>(null);
  const press = useRef(onPress);
  useEffect(() => {
    press.current = onPress;
  });
  useEffect(() => {
    const shown = new AdaptiveCard();
    shown.hostConfig = hostConfig;
    shown.parse(card);
    shown.onExecuteAction = (action: Action) => {
      if (action instanceof OpenUrlAction) window.open(action.url, '_blank', 'noopener');
      else if (action instanceof ExecuteAction)
        press.current({ verb: action.verb, data: action.data, title: action.title });
    };
    const element = shown.render();
    if (element) place.current?.replaceChildren(element);
  }, [card]);
  return <div ref={place} className={styles.root} />;
}
