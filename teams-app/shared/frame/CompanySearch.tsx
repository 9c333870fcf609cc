import { Link, makeStyles, SearchBox, tokens } from '@fluentui/react-components';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router-dom';
import { useShortcuts } from '../keys/use-shortcuts';
import { FinderList } from '../search/FinderList';
import { useFinder } from '../search/use-finder';

const useStyles = makeStyles({
  root: { position: 'relative', width: '320px', flexShrink: 1, minWidth: '180px' },
  box: { width: '100%', maxWidth: 'none', '& input': { minWidth: 0 } },
  popup: {
    position: 'absolute',
    zIndex: 100,
    top: '100%',
    insetInlineEnd: 0,
    width: '420px',
    maxWidth: 'calc(100vw - 24px)',
    maxHeight: '70vh',
    overflowY: 'auto',
    marginTop: '4px',
    padding: '4px',
    boxSizing: 'border-box',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    backgroundColor: tokens.colorNeutralBackground1,
    boxShadow: tokens.shadow16,
  },
  all: { display: 'block', padding: '8px 12px' },
});

/** The one search box, Ctrl+K: a few letters, arrows, Enter, and the card is open. */
export function CompanySearch() {
  const { t } = useTranslation();
  const styles = useStyles();
  const navigate = useNavigate();
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const finder = useFinder(listId, (row) => leave(`/companies/${row.id}`));
  function leave(to: string) {
    finder.setText('');
    setOpen(false);
    input.current?.blur();
    void navigate(to);
  }
  useShortcuts({ 'Ctrl+k': () => input.current?.focus() });

  return (
    <div
      className={styles.root}
      role="search"
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <SearchBox
        ref={input}
        className={styles.box}
        value={finder.text}
        placeholder={`${t('search')}  Ctrl+K`}
        aria-label={t('find.label')}
        aria-expanded={open}
        {...finder.aria}
        onFocus={() => setOpen(true)}
        onChange={(_, data) => {
          finder.setText(data.value);
          setOpen(true);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') {
            setOpen(false);
            input.current?.blur();
          } else finder.onKeyDown(event);
        }}
      />
      {open && (
        <div className={styles.popup}>
          <FinderList id={listId} {...finder} onPick={(row) => leave(`/companies/${row.id}`)} />
          {finder.rows.length > 0 && (
            <Link
              className={styles.all}
              onClick={() => leave(`/companies?search=${encodeURIComponent(finder.text.trim())}`)}
            >
              {t('find.all')}
            </Link>
          )}
        </div>
      )}
    </div>
  );
}
