import { Button, makeStyles, Tag, TagGroup, tokens } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { coarse } from '../../shared/frame/breakpoints';
import type { CompanyFilter, FilterName } from './company-filter';
import { useFilterWords } from './use-filter-words';

const useStyles = makeStyles({
  // The tags flow on in the line with what stands around them.
  group: { display: 'contents' },
  tag: { height: 'auto', minHeight: '28px', maxWidth: '100%', flexShrink: 0, [coarse]: { minHeight: '36px' } },
  words: {
    whiteSpace: 'normal',
    overflowWrap: 'anywhere',
    textAlign: 'start',
    paddingBlock: '2px',
    color: tokens.colorNeutralForeground1,
  },
});

interface ConditionTagsProps {
  filter: CompanyFilter;
  /** Conditions with no control of their own in sight. */
  names: FilterName[];
  onRemove: (name: FilterName) => void;
  onReset: () => void;
}

/** What the list is narrowed by, each condition in words and with a cross. */
export function ConditionTags({ filter, names, onRemove, onReset }: ConditionTagsProps) {
  const { t } = useTranslation('companies');
  const styles = useStyles();
  const words = useFilterWords();
  return (
    <>
      {names.length > 0 && (
        <TagGroup
          className={styles.group}
          aria-label={t('filter.chips')}
          onDismiss={(_, { value }) => onRemove(value as FilterName)}
        >
          {names.map((name) => {
            const text = words(name, filter[name]!);
            return (
              <Tag
                key={name}
                value={name}
                className={styles.tag}
                appearance="brand"
                shape="circular"
                size="small"
                dismissible
                primaryText={{ className: styles.words }}
                dismissIcon={{ 'aria-label': t('filter.remove', { words: text }) }}
              >
                {text}
              </Tag>
            );
          })}
        </TagGroup>
      )}
      {Object.keys(filter).length > 0 && (
        <Button appearance="transparent" size="small" onClick={onReset}>
          {t('filter.reset')}
        </Button>
      )}
    </>
  );
}
