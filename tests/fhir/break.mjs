#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checks the checks: breaks a good referral document in many ways, one at a
// time, and makes sure that every broken copy is refused.
import { readFileSync } from 'node:fs';
import { brokenCopy } from './breaking.mjs';
import * as documentBreaks from './breaks-document.mjs';
import * as resourceBreaks from './breaks-resources.mjs';
import { errorsIn, validateBundle, validateBytes, validatorNames } from './validators.mjs';

const fewestApplied = 40;
const usage = `Usage: node break.mjs FILE
Breaks the valid referral document FILE in many ways and prints which validators
refuse each of them. Exits with 0 when every one is refused, 1 when one is
accepted, when FILE is not valid or when fewer than ${fewestApplied} ways apply, and 2 when it
was called wrongly.`;

function stopWith(code, message) {
  console.error(message);
  process.exit(code);
}

function readDocument(file) {
  let bytes;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    return stopWith(2, `The file "${file}" cannot be read (${error.code}).\n${usage}`);
  }
  const errors = errorsIn(validateBytes(bytes));
  if (errors.length > 0) {
    stopWith(1, `"${file}" is not valid before anything is broken: ${errors[0].where}: ${errors[0].message}`);
  }
  return JSON.parse(bytes);
}

// The names of the validators that refuse the broken copy; nothing when the way
// to break it does not apply.
function refusers(document, way) {
  const copy = brokenCopy(document, way);
  if (!copy) return undefined;
  const found = new Set(errorsIn(validateBundle(copy)).map(({ validator }) => validator));
  return validatorNames.filter((name) => found.has(name));
}

const files = process.argv.slice(2);
if (files.length !== 1) stopWith(2, `Name one file.\n${usage}`);

const document = readDocument(files[0]);
const ways = [...Object.values(documentBreaks), ...Object.values(resourceBreaks)].flatMap((group) => Object.entries(group));
const width = Math.max(...ways.map(([name]) => name.length));
const count = { refused: 0, accepted: 0, skipped: 0 };
for (const [name, way] of ways) {
  const by = refusers(document, way);
  let answer;
  if (!by) [answer, count.skipped] = ['does not apply', count.skipped + 1];
  else if (by.length === 0) [answer, count.accepted] = ['ACCEPTED', count.accepted + 1];
  else [answer, count.refused] = [by.join(', '), count.refused + 1];
  console.log(`${name.padEnd(width)}  ${answer}`);
}

console.log(`${count.refused} refused, ${count.accepted} accepted, ${count.skipped} did not apply.`);
if (count.refused + count.accepted < fewestApplied) stopWith(1, `Fewer than ${fewestApplied} ways to break the document applied.`);
if (count.accepted > 0) stopWith(1, 'A broken document was accepted.');
