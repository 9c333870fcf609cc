import { requirePermission } from '../../kernel/authorize';
import type { Ctx } from '../../kernel/context';
import type { EndpointOutput, EndpointParsed } from '../../kernel/endpoint';
import { invalid } from '../../kernel/errors';
import type { lookUpRegistry } from './companies.contract';
import { checkInn } from './requisites';

/** Asks the connected registry; without one the form simply is not helped. */
export async function findInRegistry(
  ctx: Ctx,
  { inn }: EndpointParsed<typeof lookUpRegistry>,
): Promise<EndpointOutput<typeof lookUpRegistry>> {
  requirePermission(ctx, 'companies.create');
  const fault = checkInn(inn);
  if (fault) throw invalid({ inn: fault });
  const { registry } = ctx.adapters;
  if (!registry) return { enabled: false, standIn: false, rows: [] };
  return { enabled: true, standIn: registry.standIn, rows: await registry.findByInn(inn) };
}
