import { z } from 'zod';
import { done, endpoint, idInput, instant, localDate, page, pageInput } from '../../kernel/endpoint';
import { changeView } from '../companies/companies.contract';

export const health = endpoint({
  id: 'system.health',
  method: 'GET',
  path: '/api/health',
  access: 'public',
  summary: 'Is the service up and its database reachable',
  input: z.object({}),
  output: z.object({ status: z.enum(['ok']), version: z.string(), database: z.enum(['sqlite', 'mssql']) }),
});

/** What a screen needs to know before anybody signs in. */
export const about = endpoint({
  id: 'system.about',
  method: 'GET',
  path: '/api/about',
  access: 'public',
  summary: 'Demo or earnest; the demo logins when it is a demo',
  input: z.object({}),
  output: z.object({
    demo: z.boolean(),
    logins: z.array(z.object({ login: z.string(), password: z.string(), name: z.string(), roleCode: z.string() })),
  }),
});

export const undoChange = endpoint({
  id: 'system.undo',
  method: 'POST',
  path: '/api/undo',
  access: 'signedIn',
  summary:
    'Take back one’s own last write (the `x-change-id` of its answer); refused when somebody wrote over it since',
  input: z.object({ changeId: idInput }),
  output: z.object({ undone: z.number().int() }),
});

export const jobView = z.object({
  id: z.string(),
  kind: z.string(),
  status: z.enum(['waiting', 'running', 'done', 'failed']),
  attempts: z.number().int(),
  runAt: instant,
  createdAt: instant,
  finishedAt: instant.nullable(),
  error: z.string().nullable(),
});
export type JobView = z.infer<typeof jobView>;

export const listJobs = endpoint({
  id: 'system.jobs',
  method: 'GET',
  path: '/api/jobs',
  access: 'jobs.manage',
  summary: 'Background work: what waits, runs, failed, newest first',
  input: z.object({ status: z.enum(['waiting', 'running', 'done', 'failed']).optional(), ...pageInput }),
  output: page(jobView),
});

export const retryJob = endpoint({
  id: 'system.retryJob',
  method: 'POST',
  path: '/api/jobs/{id}/retry',
  access: 'jobs.manage',
  summary: 'Try a failed job again now',
  input: z.object({ id: idInput }),
  output: done,
});

export const auditRow = changeView.extend({ scopeId: z.string().nullable() });
export type AuditRow = z.infer<typeof auditRow>;

export const listAudit = endpoint({
  id: 'system.audit',
  method: 'GET',
  path: '/api/audit',
  access: 'audit.read',
  summary: 'Every write: who, when, from what to what, newest first',
  input: z.object({
    userId: idInput.optional(),
    entity: z.string().max(60).optional(),
    from: localDate.optional(),
    to: localDate.optional(),
    ...pageInput,
  }),
  output: page(auditRow),
});
