// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What the ways to break a document share. A way is a function that changes a
// copy of the document; it returns false when the document has nothing it could
// break.

export const reference = (url) => ({ reference: url });

export const resourceOf = (bundle, type) => bundle.entry.find(({ resource }) => resource?.resourceType === type)?.resource;

// A way that changes the first resource of a type.
export const inResource = (type, change) => (bundle) => {
  const resource = resourceOf(bundle, type);
  return resource ? change(resource, bundle) : false;
};

// Returns the broken copy, or nothing when this way does not apply.
export function brokenCopy(bundle, way) {
  const copy = structuredClone(bundle);
  if (way(copy) === false) return undefined;
  return JSON.stringify(copy) === JSON.stringify(bundle) ? undefined : copy;
}
