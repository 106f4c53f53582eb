// SPDX-FileCopyrightText: 2026 The Keywork authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What FHIR asks of a narrative (its invariants txt-1 and txt-2): well-formed
// XHTML, one div, only formatting from chapters 7 to 11 and 15 of HTML 4.0,
// something to read, and nothing that runs or is fetched from elsewhere.
import { SaxesParser } from 'saxes';

const xhtml = 'http://www.w3.org/1999/xhtml';

const words = (text) => new Set(text.trim().split(/\s+/));

const elements = words(`
  div span p br hr h1 h2 h3 h4 h5 h6 address bdo pre blockquote q
  em strong dfn code samp kbd var cite abbr acronym sub sup b i tt big small
  ul ol li dl dt dd a img
  table caption colgroup col thead tbody tfoot tr th td`);

const attributes = words(`
  xmlns id class style title lang xml:lang dir href name src alt width height
  border cellpadding cellspacing frame rules summary align valign char charoff
  span abbr axis headers scope rowspan colspan cite start type value`);

const isLocalImage = (address) => address.startsWith('#') || /^data:image\/(png|jpeg|gif);/.test(address);
const isPlainLink = (address) => address.startsWith('#') || /^(https?|mailto|tel|urn):/i.test(address);

function tagProblems(tag) {
  const problems = [];
  if (tag.uri !== xhtml) problems.push(`The element "${tag.name}" is not in the XHTML namespace.`);
  if (!elements.has(tag.local)) problems.push(`The element "${tag.name}" is not allowed in a narrative.`);
  for (const { name, value } of Object.values(tag.attributes)) {
    if (!attributes.has(name)) problems.push(`The attribute "${name}" is not allowed in a narrative.`);
    if (name === 'href' && !isPlainLink(value)) problems.push('A link leads to something other than a page, a mail or a telephone.');
    if (name === 'src' && !isLocalImage(value)) problems.push('An image is not inside the document.');
    if (name === 'style' && /url\s*\(|expression|@import/i.test(value)) problems.push('A style reaches outside the document.');
  }
  return problems;
}

export function xhtmlProblems(text) {
  const problems = [];
  let readable = false;
  let depth = 0;
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => problems.push(`It is not well-formed XHTML (${error.message}).`));
  parser.on('doctype', () => problems.push('It has a document type declaration.'));
  parser.on('processinginstruction', () => problems.push('It has a processing instruction.'));
  parser.on('text', (content) => { if (content.trim() !== '') readable = true; });
  parser.on('cdata', () => problems.push('It has a CDATA section.'));
  parser.on('opentag', (tag) => {
    if (depth++ === 0 && tag.local !== 'div') problems.push('It does not start with a div.');
    if (tag.local === 'img') readable = true;
    problems.push(...tagProblems(tag));
  });
  parser.on('closetag', () => { depth--; });
  parser.write(text).close();
  if (!readable) problems.push('It has nothing to read.');
  return [...new Set(problems)];
}

export function narrativeProblems(elementsOfResource) {
  return elementsOfResource
    .filter(({ type, value }) => type === 'xhtml' && typeof value === 'string')
    .flatMap(({ value, location }) => xhtmlProblems(value)
      .map((message) => ({ validator: 'narrative', severity: 'error', where: location, message })));
}
