// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Evaluates the invariants of HL7's StructureDefinitions on every element of a
// resource, with HL7's FHIRPath engine.
import fhirpath from 'fhirpath';
import r4 from 'fhirpath/fhir-context/r4/index.js';

const compiled = new Map();
const options = { traceFn: () => {} };

function evaluator(base, expression) {
  const key = `${base ?? ''}|${expression}`;
  if (!compiled.has(key)) compiled.set(key, fhirpath.compile(base ? { base, expression } : expression, r4, options));
  return compiled.get(key);
}

// dom-3 asks a whole list for its members of one type with as(), which the engine
// refuses to do; ofType() is the same question.
const adapted = (expression) => expression.replaceAll('.as(', '.ofType(');

// ctm-1 alone needs resolve(), which the engine lacks: it is only mentioned.
const notEvaluable = new Set(['ctm-1']);

// The engine has no htmlChecks(): narrative.mjs stands in for txt-1 and txt-2.
// For single values ele-1 asks only that they are not empty, which structure.mjs
// checks.
function isCheckedElsewhere(constraint, value) {
  return !constraint.expression || constraint.expression.includes('htmlChecks()')
    || (constraint.key === 'ele-1' && typeof value !== 'object');
}

export function invariantProblems(elements) {
  const problems = [];
  for (const element of elements) {
    if (element.value === null || Array.isArray(element.value)) continue;
    for (const constraint of element.constraints) {
      if (isCheckedElsewhere(constraint, element.value)) continue;
      const problem = brokenInvariant(element, constraint);
      if (problem) problems.push({ validator: 'invariants', where: element.location, ...problem });
    }
  }
  return problems;
}

function brokenInvariant({ value, base, resource, rootResource }, { key, severity, expression, human }) {
  if (notEvaluable.has(key)) return { severity: 'warning', message: `The invariant ${key} is not checked.` };
  try {
    const [holds] = evaluator(base, adapted(expression))(value, { resource, rootResource });
    // An empty answer means that the invariant has nothing to say here.
    if (holds !== false) return undefined;
    return { severity, message: `The invariant ${key} does not hold: "${human}".` };
  } catch (error) {
    return { severity: 'error', message: `The invariant ${key} could not be evaluated: ${error.message}` };
  }
}
