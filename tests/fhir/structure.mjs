// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Rules of FHIR's JSON format and of its types that neither the schema nor the
// invariants hold: dates that exist, nothing empty, no stray characters, the
// right kind of JSON value, one value for a choice.

const datePattern = /^(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T\d\d:\d\d:\d\d(?:\.\d+)?(Z|[+-]\d\d:\d\d))?)?)?$/;

const problem = (where, message) => ({ validator: 'structure', severity: 'error', where, message });

export function isRealDate(text) {
  const match = typeof text === 'string' && datePattern.exec(text);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
  const date = new Date(Date.UTC(2000, month - 1, day));
  date.setUTCFullYear(year, month - 1, day);
  return year > 0 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

// FHIR allows null only as a place holder in a list whose twin (the same name
// with or without an underscore) has something at the same place.
function isPlaceHolder(parent, key, index) {
  const twin = parent[key.startsWith('_') ? key.slice(1) : `_${key}`];
  return Array.isArray(twin) && twin[index] !== null && twin[index] !== undefined;
}

// Of the characters below 32, FHIR allows only tab, line feed and carriage return.
const strayCharacter = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

function textProblems(text, where) {
  if (text.trim() === '') return [problem(where, 'A text is empty or has only spaces.')];
  return strayCharacter.test(text) ? [problem(where, 'A text has a character that FHIR does not allow.')] : [];
}

export function jsonProblems(value, where = 'Bundle') {
  if (value === null) return [problem(where, 'A value is null; FHIR leaves the property out instead.')];
  if (typeof value === 'string') return textProblems(value, where);
  if (typeof value !== 'object') return [];
  const entries = Object.entries(value);
  if (entries.length === 0) return [problem(where, 'A list or an object is empty; FHIR leaves the property out instead.')];
  return entries.flatMap(([key, child]) => {
    if (!Array.isArray(child)) return jsonProblems(child, `${where}.${key}`);
    if (child.length === 0) return jsonProblems(child, `${where}.${key}`);
    return child.flatMap((item, index) => (item === null && isPlaceHolder(value, key, index)
      ? [] : jsonProblems(item, `${where}.${key}[${index}]`)));
  });
}

const jsonTypes = { boolean: 'boolean', decimal: 'number', integer: 'number', positiveInt: 'number', unsignedInt: 'number' };

function jsonTypeOf(fhirType) {
  const isPrimitive = fhirType[0] === fhirType[0].toLowerCase();
  return isPrimitive ? jsonTypes[fhirType] ?? 'string' : 'object';
}

// HL7's schema asks for lists, but lets a number stand where an object belongs.
function kindProblems({ value, type, many, listed, location }) {
  const problems = [];
  if (many !== undefined && many !== listed) problems.push(problem(location, many ? 'It must be in a list.' : 'It must not be in a list.'));
  if (value === null) return problems;
  const kind = Array.isArray(value) ? 'list' : typeof value;
  if (kind !== jsonTypeOf(type)) problems.push(problem(location, `A ${type} must be of the JSON type ${jsonTypeOf(type)}.`));
  return problems;
}

export function typeProblems(elements) {
  const problems = [];
  const chosen = new Map();
  for (const element of elements) {
    const { value, type, choice, location } = element;
    problems.push(...kindProblems(element));
    if (['date', 'dateTime', 'instant'].includes(type) && !isRealDate(value)) {
      problems.push(problem(location, `${JSON.stringify(value)} is not a date that exists, or has a time without seconds or zone.`));
    }
    if (!choice) continue;
    const choicePlace = `${location.slice(0, location.lastIndexOf('.'))}.${choice}`;
    if (chosen.has(choicePlace)) {
      problems.push(problem(choicePlace, 'Only one of the kinds of value may be there, and there is more than one.'));
    }
    chosen.set(choicePlace, location);
  }
  return problems;
}
