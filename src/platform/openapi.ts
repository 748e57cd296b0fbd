import { z } from 'zod';
import type { Contract, Endpoint } from './contract.ts';

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 document of a contract; pure, so that the server, a file and a test make the same one. */
export function openApi(contract: Contract): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, endpoint] of Object.entries(contract)) {
    const path = `/api${endpoint.path}`;
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.1',
    info: {
      title: 'Lotse',
      version: '1',
      description:
        'Made from src/app/contract.ts by npm run generate. Errors are problem documents (RFC 9457).',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: { schemas: { Problem: problem }, securitySchemes },
    security: [{ sitzung: [] }],
  };
}

/** The document as the committed file holds it. */
export function openApiText(contract: Contract): string {
  return `${JSON.stringify(openApi(contract), undefined, 2)}\n`;
}

const securitySchemes = {
  sitzung: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-lotse',
    description: 'Session cookie of POST /api/sitzung; named "lotse" where the server has no TLS.',
  },
};

const problem = {
  type: 'object',
  required: ['type', 'status', 'code'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', description: 'Stable; texts are chosen by whoever shows it.' },
    instance: { type: 'string' },
    felder: {
      type: 'array',
      items: {
        type: 'object',
        required: ['instance', 'code'],
        properties: {
          instance: { type: 'string', description: 'JSON pointer into the request.' },
          code: { type: 'string' },
        },
      },
    },
    daten: { type: 'object', additionalProperties: true },
    kennung: { type: 'string', description: 'Names the request in the log of the server.' },
  },
};

function operation(name: string, endpoint: Endpoint): Json {
  const parameters = [
    ...parametersOf('path', endpoint.params),
    ...parametersOf('query', endpoint.query),
    ...(endpoint.method === 'GET' || endpoint.ability === 'offen' ? [] : [idempotencyKey]),
  ];
  const concept = /^\/(?:kreis\/\{kreisId\}\/)?(\w+)/.exec(endpoint.path)?.[1] ?? name;
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [concept],
    ...(endpoint.ability === 'offen' ? { security: [] } : {}),
    'x-lotse-ability': endpoint.ability,
    'x-lotse-reveals': endpoint.reveals,
    'x-lotse-refusals': endpoint.refusals,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...requestBody(endpoint),
    responses: {
      [String(endpoint.status ?? (endpoint.out || endpoint.file ? 200 : 204))]: success(endpoint),
      default: {
        description: 'Refused or failed',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'The same key and request again get the first answer and change nothing.',
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{8,100}$' },
};

function parametersOf(place: 'path' | 'query', schema: z.ZodType | undefined): Json[] {
  if (!schema) return [];
  const { properties, required } = toSchema(schema, 'input');
  if (!isRecord(properties)) throw new Error(`${place} parameters must be an object`);
  return Object.entries(properties).map(([name, value]) => ({
    name,
    in: place,
    required: place === 'path' || (Array.isArray(required) && required.includes(name)),
    schema: value,
  }));
}

function requestBody({ body, upload }: Endpoint): Json {
  if (upload !== undefined) {
    return { requestBody: { required: true, content: { 'application/octet-stream': { schema: {} } } } };
  }
  if (!body) return {};
  return {
    requestBody: { required: true, content: { 'application/json': { schema: toSchema(body, 'input') } } },
  };
}

function success({ out, file }: Endpoint): Json {
  if (file !== undefined) return { description: 'The file', content: { [file]: { schema: {} } } };
  if (!out) return { description: 'Done' };
  return { description: 'The answer', content: { 'application/json': { schema: toSchema(out, 'output') } } };
}

/** JSON Schema (draft 2020-12) of a Zod schema; conditions that it cannot say are left out. */
function toSchema(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
  });
  return rest;
}

function isRecord(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}
