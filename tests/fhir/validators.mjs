// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Brings all validators together. A problem is {validator, severity, where,
// message}; a document is valid when none of its problems is an error.
import fhirPackage from 'fhir';
import { codeProblems } from './codes.mjs';
import { elementsOf } from './definitions.mjs';
import { documentProblems } from './document.mjs';
import { invariantProblems } from './invariants.mjs';
import { narrativeProblems } from './narrative.mjs';
import { schemaProblems } from './schema.mjs';
import { jsonProblems, typeProblems } from './structure.mjs';

export const validatorNames = ['fhir', 'schema', 'invariants', 'narrative', 'structure', 'codes', 'document'];

const fhir = new fhirPackage.Fhir();

const sentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

function fhirProblems(bundle) {
  const { messages } = fhir.validate(bundle, { errorOnUnexpected: true });
  return messages.map(({ severity, resourceId, location, message }) => ({
    validator: 'fhir',
    severity: severity === 'error' || severity === 'fatal' ? 'error' : 'warning',
    where: [resourceId, location].filter(Boolean).join(': '),
    message: sentence(message),
  }));
}

// A validator that fails on a broken document has not accepted it.
function guarded(validator, check) {
  try {
    return check();
  } catch (error) {
    return [{ validator, severity: 'error', where: 'Bundle', message: `The validator stopped: ${error.message}.` }];
  }
}

export function validateBundle(bundle) {
  const elements = [...elementsOf(bundle, 'Bundle')];
  return [
    ...guarded('fhir', () => fhirProblems(bundle)),
    ...guarded('schema', () => schemaProblems(bundle)),
    ...guarded('invariants', () => invariantProblems(elements)),
    ...guarded('narrative', () => narrativeProblems(elements)),
    ...guarded('structure', () => [...jsonProblems(bundle), ...typeProblems(elements)]),
    ...guarded('codes', () => codeProblems(elements)),
    ...guarded('document', () => documentProblems(bundle, elements)),
  ];
}

export const errorsIn = (problems) => problems.filter(({ severity }) => severity === 'error');

// The problems of a file's bytes, which must be UTF-8 and JSON to begin with.
export function validateBytes(bytes) {
  const unreadable = (message) => [{ validator: 'document', severity: 'error', where: 'the file', message }];
  let text;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return unreadable('It is not UTF-8.');
  }
  try {
    return validateBundle(JSON.parse(text));
  } catch (error) {
    return unreadable(`It is not JSON (${error.message}).`);
  }
}
