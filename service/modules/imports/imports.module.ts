import type { Module } from '../../kernel/module';
import { Export, Import, ImportProfile, ImportRow } from './imports.entity';

/** Lists of companies coming in and going out. */
export const importsModule: Module = {
  name: 'imports',
  entities: [Import, ImportRow, ImportProfile, Export],
};
