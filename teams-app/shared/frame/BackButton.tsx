import { Button } from '@fluentui/react-components';
import { ArrowLeft20Regular } from '@fluentui/react-icons';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router-dom';

/** Back to where the reader came from; to the section itself when he came by a link. */
export function BackButton({ to }: { to: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  // The first entry of a visit has the key «default»: nothing of ours is behind it.
  const cameFromHere = useLocation().key !== 'default';
  return (
    <Button appearance="subtle" icon={<ArrowLeft20Regular />} onClick={() => void (cameFromHere ? navigate(-1) : navigate(to))}>
      {t('back')}
    </Button>
  );
}
