import type { Module } from '../../kernel/module';
import { Absence, Department, Role, RoleGrant, Session, User } from './users.entity';
import { routes } from './users.routes';
import { texts } from './users.texts';

/** People, what they may do, their sessions and their absences. */
export const usersModule: Module = {
  name: 'users',
  entities: [User, Role, RoleGrant, Department, Absence, Session],
  routes,
  texts,
};
