import { listCompanies } from '../../../service/modules/companies/companies.contract';
import { useRead } from '../queries';
import { useDebounced } from '../use-debounced';

/** The first companies a few typed letters or digits find. */
export function useCompanySuggestions(text: string, limit = 8) {
  const search = useDebounced(text.trim());
  const enabled = search.length >= 2;
  const { data, isFetching, error } = useRead(
    listCompanies,
    { search, limit },
    { enabled, placeholderData: (previous) => (enabled ? previous : undefined) },
  );
  return { rows: enabled ? (data?.rows ?? []) : [], asked: enabled && data !== undefined, isFetching, error };
}
