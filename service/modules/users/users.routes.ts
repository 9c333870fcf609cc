import type { EndpointOutput } from '../../kernel/endpoint';
import { handle, type Request, type Route } from '../../kernel/handle';
import { sessionCookie } from '../../kernel/http';
import { addAbsence, dropAbsence, readAbsences } from './manage-absences';
import { addDepartment, changeDepartment, dropDepartment, readDepartments } from './manage-departments';
import { addRole, changeRole, dropRole, readRoles } from './manage-roles';
import { addUser, changeUser, dismissUser, readColleagues, readUsers, signOutEverywhere } from './manage-users';
import { changeMe, changeOwnPassword, endOwnSession, ownSessions, readMe, signOutUser } from './own-account';
import { signInUser } from './sign-in';
import { readSignInOptions, signInWithMicrosoft } from './sign-in-microsoft';
import * as contract from './users.contract';

type SignedIn = EndpointOutput<typeof contract.signIn>;

/** A browser asks for a cookie that its scripts cannot read; only then the token itself stays out of the answer. */
function handOver(answer: SignedIn, { http }: Request): SignedIn {
  if (http.get('x-session') !== 'cookie') return answer;
  http.cookies.set(sessionCookie, answer.token, {
    httpOnly: true,
    sameSite: 'strict',
    secure: http.secure,
    expires: new Date(answer.expiresAt),
    overwrite: true,
  });
  return { ...answer, token: '' };
}

export const routes: Route[] = [
  handle(contract.signIn, async (ctx, input, request) => handOver(await signInUser(ctx, input, request), request), {
    ownTransactions: true,
  }),
  handle(
    contract.signInMicrosoft,
    async (ctx, input, request) => handOver(await signInWithMicrosoft(ctx, input, request), request),
    { ownTransactions: true },
  ),
  handle(contract.signInOptions, readSignInOptions),
  handle(contract.signOut, async (ctx, _input, { http }) => {
    http.cookies.set(sessionCookie, null, { httpOnly: true, sameSite: 'strict', secure: http.secure, overwrite: true });
    return signOutUser(ctx);
  }),
  handle(contract.getMe, readMe),
  handle(contract.updateMe, changeMe),
  handle(contract.changePassword, changeOwnPassword),
  handle(contract.listSessions, ownSessions),
  handle(contract.revokeSession, endOwnSession),
  handle(contract.listColleagues, readColleagues),
  handle(contract.listUsers, readUsers),
  handle(contract.createUser, addUser),
  handle(contract.updateUser, changeUser),
  handle(contract.deleteUser, dismissUser),
  handle(contract.endUserSessions, signOutEverywhere),
  handle(contract.listDepartments, readDepartments),
  handle(contract.createDepartment, addDepartment),
  handle(contract.updateDepartment, changeDepartment),
  handle(contract.deleteDepartment, dropDepartment),
  handle(contract.listRoles, readRoles),
  handle(contract.createRole, addRole),
  handle(contract.updateRole, changeRole),
  handle(contract.deleteRole, dropRole),
  handle(contract.listAbsences, readAbsences),
  handle(contract.createAbsence, addAbsence),
  handle(contract.deleteAbsence, dropAbsence),
];
