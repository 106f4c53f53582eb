#!/usr/bin/env node
// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Checks that referral documents are valid FHIR R4 document Bundles.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { errorsIn, validateBytes } from './validators.mjs';

const usage = `Usage: node validate.mjs [--warnings] FILE-OR-DIRECTORY...
Checks each file, and each .json file in a directory and the directories in it.
Prints "ok" and the name of each valid file, and each problem of the others.
With --warnings it also prints what is advice only.
Exits with 0 when all are valid, 1 when any is not, 2 when it was called wrongly.`;

function stopWith(message) {
  console.error(`${message}\n${usage}`);
  process.exit(2);
}

function readArguments() {
  try {
    return parseArgs({ allowPositionals: true, options: { warnings: { type: 'boolean' }, help: { type: 'boolean' } } });
  } catch (error) {
    return stopWith(error.message);
  }
}

function jsonFilesIn(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(directory, entry.name);
      if (entry.isDirectory()) return jsonFilesIn(path);
      return entry.name.endsWith('.json') ? [path] : [];
    });
}

function filesNamed(name) {
  const found = statSync(name, { throwIfNoEntry: false });
  if (!found) return stopWith(`There is no file or directory "${name}".`);
  if (!found.isDirectory()) return [name];
  const files = jsonFilesIn(name);
  return files.length > 0 ? files : stopWith(`There is no .json file in "${name}".`);
}

const { values, positionals } = readArguments();
if (values.help) {
  console.log(usage);
  process.exit(0);
}
if (positionals.length === 0) stopWith('No file or directory was named.');

const files = positionals.flatMap(filesNamed);
let refused = 0;
for (const file of files) {
  const problems = validateBytes(readFileSync(file));
  const errors = errorsIn(problems);
  for (const { validator, severity, where, message } of values.warnings ? problems : errors) {
    console.log(`${file}: ${validator}: ${severity === 'error' ? '' : 'advice: '}${where}: ${message}`);
  }
  if (errors.length === 0) console.log(`ok ${file}`);
  else refused++;
}
console.log(`${files.length - refused} valid, ${refused} not valid.`);
process.exitCode = refused > 0 ? 1 : 0;
