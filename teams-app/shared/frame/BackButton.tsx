import { Button, makeStyles } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router-dom';

const useStyles = makeStyles({
  // Its arrow stands in line with the page's edge.
  root: { marginInlineStart: '-12px' },
});

/** Back to where the reader came from; to the section itself when he came by a link. */
export function BackButton({ to }: { to: string }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const navigate = useNavigate();
  // The first entry of a visit has the key «default»: nothing of ours is behind it.
  const cameFromHere = useLocation().key !== 'default';
  return (
    <Button
      className={styles.root}
      appearance="subtle"
      icon={<ArrowLeft20Regular />}
      onClick={() => void (cameFromHere ? navigate(-1) : navigate(to))}
    >
      {t('back')}
    </Button>
  );
}
