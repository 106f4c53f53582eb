// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// HL7's JSON schema for FHIR R4, through ajv. Each resource is held against the
// definition of its own type, so that a message speaks of that type rather than
// of all 148, and only the types that are used are compiled.
import Ajv from 'ajv';
import { createRequire } from 'node:module';
import { readSchema } from './definitions.mjs';

const require = createRequire(import.meta.url);

const ajv = new Ajv({ strict: false, allErrors: true });
const schemaId = 'http://hl7.org/fhir/json-schema/4.0';
const resourceTypes = loadSchema();
const compiled = new Map();

// Adds the schema to ajv and returns the names of the resource types. A nested
// resource is only asked to name its type here: schemaProblems() goes into it.
function loadSchema() {
  const { definitions } = readSchema();
  const types = definitions.ResourceList.oneOf.map(({ $ref }) => $ref.slice($ref.lastIndexOf('/') + 1));
  const resource = { type: 'object', required: ['resourceType'], properties: { resourceType: { enum: types } } };
  ajv.addMetaSchema(require('ajv/dist/refs/json-schema-draft-06.json'));
  ajv.addSchema({
    $schema: 'http://json-schema.org/draft-06/schema#',
    $id: schemaId,
    definitions: { ...definitions, ResourceList: resource },
  });
  return new Set(types);
}

function validatorOf(type) {
  if (!compiled.has(type)) compiled.set(type, ajv.compile({ $ref: `${schemaId}#/definitions/${type}` }));
  return compiled.get(type);
}

const place = (where, pointer) => where + pointer.replace(/\/(\d+)(?=\/|$)/g, '[$1]').replaceAll('/', '.');

function sentence({ keyword, params, message }) {
  if (keyword === 'additionalProperties') return `It has a property "${params.additionalProperty}" that FHIR does not know.`;
  if (keyword === 'enum') return `It must be one of ${params.allowedValues.slice(0, 12).join(', ')}.`;
  if (keyword === 'pattern') return 'It is not written as FHIR writes this type.';
  return `It ${message}.`;
}

const problem = (where, message) => ({ validator: 'schema', severity: 'error', where, message });

function* nestedResources(value, where) {
  if (value === null || typeof value !== 'object') return;
  for (const [key, child] of Object.entries(value)) {
    const here = Array.isArray(value) ? `${where}[${key}]` : `${where}.${key}`;
    if (typeof child?.resourceType === 'string') yield { resource: child, where: `${here}(${child.resourceType})` };
    else yield* nestedResources(child, here);
  }
}

export function schemaProblems(resource, where = 'Bundle') {
  if (!resourceTypes.has(resource?.resourceType)) {
    return [problem(where, 'It does not name a resource type of FHIR R4.')];
  }
  const validate = validatorOf(resource.resourceType);
  const problems = validate(resource) ? [] : validate.errors.map((error) => (
    problem(place(where, error.instancePath), sentence(error))));
  for (const nested of nestedResources(resource, where)) {
    problems.push(...schemaProblems(nested.resource, nested.where));
  }
  return problems;
}
