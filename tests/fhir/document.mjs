// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The rules for a referral document as a whole: what FHIR asks of a document
// Bundle beyond its invariants, and what Keywork promises of its own documents.

const problem = (where, message) => ({ validator: 'document', severity: 'error', where, message });

const uuidUrl = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const zonedInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
// The value set v3-ConfidentialityClassification, which no package here carries.
const confidentialities = ['U', 'L', 'M', 'N', 'R', 'V'];

const entriesOf = (bundle) => (Array.isArray(bundle?.entry) ? bundle.entry : []).filter((e) => e && typeof e === 'object');
const isOfType = (type) => (entry) => entry.resource?.resourceType === type;

// Every reference inside a value, with the place where it stands.
function* referencesIn(value, where) {
  if (value === null || typeof value !== 'object') return;
  if (typeof value.reference === 'string') yield { reference: value.reference, where };
  for (const [key, child] of Object.entries(value)) {
    yield* referencesIn(child, Array.isArray(value) ? `${where}[${key}]` : `${where}.${key}`);
  }
}

function bundleProblems(bundle, entries) {
  const problems = [];
  if (bundle?.resourceType !== 'Bundle') return [problem('the file', 'It is not a Bundle.')];
  if (bundle.type !== 'document') problems.push(problem('Bundle.type', 'The Bundle is not a document.'));
  if (!bundle.identifier?.system || !bundle.identifier?.value) {
    problems.push(problem('Bundle.identifier', 'The document has no identifier with a system and a value.'));
  }
  if (!zonedInstant.test(bundle.timestamp ?? '')) {
    problems.push(problem('Bundle.timestamp', 'The document has no time stamp with a time zone.'));
  }
  if (entries[0]?.resource?.resourceType !== 'Composition') {
    problems.push(problem('Bundle.entry[0]', 'The first entry is not a Composition.'));
  }
  for (const type of ['Composition', 'Patient']) {
    const count = entries.filter(isOfType(type)).length;
    if (count !== 1) problems.push(problem('Bundle.entry', `There is not exactly one ${type} but ${count}.`));
  }
  return problems;
}

function addressProblems(entries) {
  const problems = [];
  const urls = new Set();
  const ids = new Set();
  for (const [index, { fullUrl, resource }] of entries.entries()) {
    const where = `Bundle.entry[${index}].fullUrl`;
    if (!uuidUrl.test(fullUrl ?? '')) problems.push(problem(where, `${JSON.stringify(fullUrl)} is not a lower-case urn:uuid address.`));
    if (urls.has(fullUrl)) problems.push(problem(where, `Another entry has the address ${fullUrl} too.`));
    urls.add(fullUrl);
    const id = resource?.id && `${resource.resourceType}/${resource.id}`;
    if (id && ids.has(id)) problems.push(problem(where, `Another entry is ${id} too.`));
    ids.add(id);
  }
  return problems;
}

function referenceProblems(entries) {
  const problems = [];
  const indexOfUrl = new Map(entries.map(({ fullUrl }, index) => [fullUrl, index]));
  const leadsTo = entries.map(() => new Set());
  for (const [index, { resource }] of entries.entries()) {
    const contained = new Set((Array.isArray(resource?.contained) ? resource.contained : []).map((r) => `#${r?.id}`));
    for (const { reference, where } of referencesIn(resource, `Bundle.entry[${index}].resource(${resource?.resourceType})`)) {
      const target = indexOfUrl.get(reference);
      if (target !== undefined) leadsTo[index].add(target);
      else if (!contained.has(reference)) problems.push(problem(where, `The reference ${reference} leads to nothing in the document.`));
    }
  }
  const reached = new Set(entries.length > 0 ? [0] : []);
  for (const index of reached) leadsTo[index].forEach((target) => reached.add(target));
  for (const [index, { resource }] of entries.entries()) {
    if (!reached.has(index)) {
      problems.push(problem(`Bundle.entry[${index}]`, `No reference leads from the Composition to this ${resource?.resourceType}.`));
    }
  }
  return problems;
}

function sectionProblems(sections, where) {
  if (!Array.isArray(sections)) return [];
  return sections.flatMap((section, index) => {
    const place = `${where}.section[${index}]`;
    const missing = section?.text?.div ? [] : [problem(place, 'The section has no narrative.')];
    return [...missing, ...sectionProblems(section?.section, place)];
  });
}

function compositionProblems(entries) {
  const composition = entries.find(isOfType('Composition'))?.resource;
  if (!composition) return [];
  const where = 'Composition';
  const problems = sectionProblems(composition.section, where);
  const patient = entries.find(isOfType('Patient'));
  if (!patient?.fullUrl || composition.subject?.reference !== patient.fullUrl) {
    problems.push(problem(`${where}.subject`, 'The subject of the Composition is not the Patient in the document.'));
  }
  if (!Array.isArray(composition.section)) problems.push(problem(where, 'The Composition has no sections.'));
  if (!confidentialities.includes(composition.confidentiality)) {
    problems.push(problem(`${where}.confidentiality`, `The Composition does not say how confidential it is, with one of ${confidentialities.join(', ')}.`));
  }
  return problems;
}

// Each reference must lead to a kind of resource that FHIR allows in that place.
export function targetProblems(bundle, elements) {
  const typeOfUrl = new Map(entriesOf(bundle).map(({ fullUrl, resource }) => [fullUrl, resource?.resourceType]));
  return elements.flatMap(({ type, value, targets, location }) => {
    if (type !== 'Reference' || !targets?.length || targets.includes('Resource')) return [];
    const found = typeOfUrl.get(value?.reference);
    if (!found || targets.includes(found)) return [];
    return [problem(location, `The reference leads to a ${found}; FHIR allows only ${targets.join(', ')} here.`)];
  });
}

export function documentProblems(bundle, elements) {
  const entries = entriesOf(bundle);
  return [
    ...bundleProblems(bundle, entries),
    ...addressProblems(entries),
    ...referenceProblems(entries),
    ...compositionProblems(entries),
    ...targetProblems(bundle, elements),
  ];
}
