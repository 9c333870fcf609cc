import type { z } from 'zod';
import { createDocument, type ZodOpenApiOperationObject, type ZodOpenApiPathsObject } from 'zod-openapi';
import { refusal, type Endpoint } from './endpoint';

/** The OpenAPI 3.1 document of all endpoints. */
export function openApiDocument(endpoints: readonly Endpoint[], version: string): object {
  const paths: Record<string, Record<string, ZodOpenApiOperationObject>> = {};
  for (const endpoint of endpoints) (paths[endpoint.path] ??= {})[endpoint.method.toLowerCase()] = operation(endpoint);
  return createDocument({
    openapi: '3.1.0',
    info: { title: 'Ryadom', version },
    paths: paths as ZodOpenApiPathsObject,
    components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
  });
}

function operation(endpoint: Endpoint): ZodOpenApiOperationObject {
  const inPath = new Set([...endpoint.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!));
  const shape = endpoint.input.shape as Record<string, z.ZodType>;
  const pick = (wanted: boolean) => Object.keys(shape).filter((name) => inPath.has(name) === wanted);
  const mask = (names: string[]) =>
    Object.fromEntries(names.map((name) => [name, true])) as Record<string, true> & Record<number, never>;
  const pathInput = endpoint.input.pick(mask(pick(true)));
  const restInput = endpoint.input.pick(mask(pick(false)));
  const inQuery = endpoint.method === 'GET' || endpoint.method === 'DELETE' || endpoint.upload;
  const refusals = Object.fromEntries(
    ['400', '401', '403', '404', '409'].map((status) => [
      status,
      { description: 'Refused', content: { 'application/json': { schema: refusal } } },
    ]),
  );
  return {
    operationId: endpoint.id,
    summary: endpoint.summary,
    tags: [endpoint.id.split('.')[0]!],
    security: endpoint.access === 'public' ? [] : [{ session: [] }],
    'x-permission': endpoint.access,
    requestParams: {
      ...(inPath.size ? { path: pathInput } : {}),
      ...(inQuery ? { query: restInput } : {}),
    },
    ...(endpoint.upload
      ? { requestBody: { content: { 'application/octet-stream': {} } } }
      : !inQuery && pick(false).length
        ? { requestBody: { content: { 'application/json': { schema: restInput } } } }
        : {}),
    responses: {
      '200': {
        description: 'Done',
        content: endpoint.download
          ? { 'application/octet-stream': {} }
          : { [endpoint.stream ? 'text/event-stream' : 'application/json']: { schema: endpoint.output } },
      },
      ...refusals,
    },
  };
}
