export function LogDrawer(_props: { companyId: string; onClose: () => void }) {
  return null;
}
