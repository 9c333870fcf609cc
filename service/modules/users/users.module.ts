import { reactTo, type Module } from '../../kernel/module';
import { keepLoginKey } from './manage-users';
import { Absence, Department, Role, Session, User } from './users.entity';
import { routes } from './users.routes';
import { texts } from './users.texts';

/** People, what they may do, their sessions and their absences. */
export const usersModule: Module = {
  name: 'users',
  entities: [User, Role, Department, Absence, Session],
  routes,
  reactions: [reactTo(User, keepLoginKey)],
  texts,
};
