import { Link, makeStyles, Text, tokens, Tooltip } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PhoneView } from '../../../service/modules/companies/companies.contract';
import { coarse } from '../frame/breakpoints';
import { phoneText, telLink } from '../format/phone';

const useStyles = makeStyles({
  phone: {
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    [coarse]: { display: 'inline-block', paddingBlock: '12px' },
  },
  plain: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
});

/** A number one presses to dial. What is not a number stays as it was written, and says why it cannot be dialled. */
export function PhoneLink({ phone, tabIndex }: { phone: PhoneView; tabIndex?: number }) {
  const { t } = useTranslation();
  const styles = useStyles();
  const href = telLink(phone);
  const text = phoneText(phone);
  if (!href) {
    return (
      <Tooltip content={t('phone.notDialable')} relationship="description">
        <Text className={styles.plain}>{text}</Text>
      </Tooltip>
    );
  }
  return (
    <Link
      href={href}
      className={styles.phone}
      tabIndex={tabIndex}
      aria-label={t('phone.callTo', { phone: text })}
      onClick={(event) => event.stopPropagation()}
    >
      {text}
    </Link>
  );
}
