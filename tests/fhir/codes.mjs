// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Whether the codes in a document exist: those of HL7's own code systems are
// looked up in R4's definitions, and those of LOINC have their check digit
// checked. Whether a code fits its place is for the fhir validator.
import { readCodeSystems } from './definitions.mjs';

const uriWithScheme = /^[a-z][a-z0-9+.-]*:\S+$/i;
const loinc = 'http://loinc.org';
const uris = 'urn:ietf:rfc:3986';
const ofHl7 = (system) => /^http:\/\/(terminology\.)?hl7\.org\//.test(system);

let codeSystems;

// The display of each code of a code system of HL7; nothing for one that R4
// does not have.
function codesOf(system) {
  codeSystems ??= readCodeSystems();
  return codeSystems.get(system);
}

// LOINC's last digit is the Luhn check digit of those before the hyphen.
export function isLoincCode(code) {
  const match = /^(\d{1,7})-(\d)$/.exec(code);
  if (!match) return false;
  const sum = [...match[1]].reverse().reduce((total, digit, index) => {
    const doubled = index % 2 === 0 ? Number(digit) * 2 : Number(digit);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return (10 - (sum % 10)) % 10 === Number(match[2]);
}

const sameWords = (a, b) => a.trim().toLowerCase() === b.trim().toLowerCase();

function codingProblem({ system, code, display }) {
  if (typeof system !== 'string' || typeof code !== 'string') return undefined;
  if (system === loinc) return isLoincCode(code) ? undefined : { message: `"${code}" is not a LOINC code.` };
  if (!ofHl7(system)) return undefined;
  const codes = codesOf(system);
  if (!codes) return { message: `FHIR R4 has no code system ${system}.` };
  if (codes.size === 0) return undefined;
  if (!codes.has(code)) return { message: `The code system ${system} has no code "${code}".` };
  const known = codes.get(code);
  if (typeof display !== 'string' || !known || sameWords(display, known)) return undefined;
  return { severity: 'warning', message: `The code "${code}" is called "${known}" rather than "${display}".` };
}

function systemProblem(type, { system, value }) {
  if (typeof system !== 'string') return undefined;
  if (!uriWithScheme.test(system)) return { message: `The system "${system}" is not an absolute address.` };
  if (type === 'Identifier' && system === uris && !uriWithScheme.test(value ?? '')) {
    return { message: `The identifier is said to be an address, and "${value}" is not one.` };
  }
  return undefined;
}

export function codeProblems(elements) {
  return elements.flatMap(({ type, value, location }) => {
    if (!['Coding', 'Identifier', 'Quantity'].includes(type) || value === null || typeof value !== 'object') return [];
    const found = systemProblem(type, value) ?? (type === 'Coding' ? codingProblem(value) : undefined);
    return found ? [{ validator: 'codes', severity: 'error', where: location, ...found }] : [];
  });
}
