/** A registry of companies: requisites by INN. Off unless the settings connect one. */
export interface CompanyRegistry {
  /** True for the local stand-in: the screen says so. */
  readonly standIn: boolean;
  /**
   * The head office first, then branches (same INN, other KPP). Empty when there is no such company.
   * @throws AppError 503 `registry.unavailable` when it does not answer in time or refuses
   */
  findByInn(inn: string): Promise<RegistryEntry[]>;
}

export interface RegistryEntry {
  name: string;
  inn: string;
  kpp: string | null;
  ogrn: string | null;
  legalAddress: string | null;
  director: string | null;
  city: string | null;
  status: 'active' | 'liquidating' | 'liquidated' | 'bankrupt' | 'reorganizing';
}

declare module '../../kernel/context' {
  interface Adapters {
    readonly registry: CompanyRegistry | null;
  }
}
