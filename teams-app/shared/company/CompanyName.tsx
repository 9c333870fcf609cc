import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { splitLegalForm } from './legal-form';

const useStyles = makeStyles({
  root: {
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForeground1,
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    WebkitLineClamp: 2,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
  },
  whole: { display: 'inline', WebkitLineClamp: 'unset' },
  form: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground3 },
});

/** A company's name with its legal form in the secondary colour; two lines at most unless shown whole. */
export function CompanyName({ name, whole, className }: { name: string; whole?: boolean; className?: string }) {
  const styles = useStyles();
  const { form, name: own, formFirst } = splitLegalForm(name);
  const formText = form && <span className={styles.form}>{form}</span>;
  return (
    <span className={mergeClasses(styles.root, whole && styles.whole, className)} title={whole ? undefined : name}>
      {formFirst && formText}
      {formFirst && formText && ' '}
      {own}
      {!formFirst && formText && <> {formText}</>}
    </span>
  );
}
