import { useTranslation } from 'react-i18next';

const known = ['administrator', 'head', 'manager', 'technician', 'accountant', 'marketer', 'operator'] as const;
type KnownRole = (typeof known)[number];

/** A built-in role by its code; a role the administrator made has no name before sign-in. */
export function useRoleName(): (code: string) => string {
  const { t } = useTranslation('signIn');
  return (code) => ((known as readonly string[]).includes(code) ? t(`role.${code as KnownRole}`) : code);
}
