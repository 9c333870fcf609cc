import { useNavigate } from 'react-router-dom';
import type { CompanyRow } from '../../../service/modules/companies/companies.contract';
import { telLink } from '../../shared/format/phone';
import { startQuickAction } from '../../shared/frame/quick-actions';
import { useCan } from '../../shared/session';

type Act = (row: CompanyRow) => void;

export interface CompanyActions {
  canCall: (row: CompanyRow) => boolean;
  call: Act;
  open: Act;
  look: Act;
  /** Null when the reader may not. */
  log: Act | null;
  move: Act | null;
  assign: Act | null;
}

const telOf = (row: CompanyRow) => row.phone && telLink(row.phone);

/** What the reader may do with a company of the list. */
export function useCompanyActions({ look, move, assign }: Record<'look' | 'move' | 'assign', Act>): CompanyActions {
  const navigate = useNavigate();
  const can = useCan();
  const mayWrite = can('activities.write');
  return {
    canCall: (row) => Boolean(telOf(row)),
    call: (row) => {
      const tel = telOf(row);
      if (tel) window.location.href = tel;
    },
    open: (row) => void navigate(`/companies/${row.id}`),
    look,
    log: mayWrite ? (row) => startQuickAction({ kind: 'log', companyId: row.id }) : null,
    move: mayWrite ? move : null,
    assign: can('companies.assign') ? assign : null,
  };
}
